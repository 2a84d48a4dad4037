package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.List;

/** How one source is compared with what is registered, and taken up. */
interface Synchronisation {
    Source source();

    /**
     * Asks the source, and finds what it says that is not registered; changes nothing.
     *
     * @throws SourceFault if the source cannot be used
     */
    Found compare(LocalDate today) throws SourceFault;

    /** The state of what is registered of the subjects of the differences, in a word that differs when the state does. */
    String basis(List<Difference> differences);

    /**
     * Takes the differences up, and tells the world; part of the caller's transaction.
     *
     * @param by who adopts them
     */
    void adopt(List<Difference> differences, List<SplitDecision> decisions, String by);

    /**
     * What was found.
     *
     * @param basis the state that the source was compared with
     */
    record Found(String basis, List<Difference> differences) {}
}
