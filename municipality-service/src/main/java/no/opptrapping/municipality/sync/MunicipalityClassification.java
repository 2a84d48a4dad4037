package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Statistics Norway's classification of municipalities (Klass 131), without the number for "not stated" (9999). */
public interface MunicipalityClassification {
    /**
     * What changed from the one day up to, not including, the other, changes that are decided and to come among them.
     *
     * @throws SourceFault if it cannot be read
     */
    List<CodeChange> changes(LocalDate from, LocalDate to) throws SourceFault;

    /**
     * The numbers in use on the day.
     *
     * @throws SourceFault if it cannot be read
     */
    Set<MunicipalityNumber> numbersOn(LocalDate date) throws SourceFault;
}
