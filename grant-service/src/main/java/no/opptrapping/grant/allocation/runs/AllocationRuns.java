package no.opptrapping.grant.allocation.runs;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/** The runs that have been made. */
public interface AllocationRuns {
    void add(AllocationRun run);

    /** Adds one that corrects another: it decides no part of a call a second time. */
    void addCorrecting(AllocationRun run);

    Optional<AllocationRun> find(RunId id);

    /** The same, and nobody else can adopt it until the transaction ends. */
    Optional<AllocationRun> lock(RunId id);

    void adopted(RunId id, AllocationRun.Adoption adoption);

    /** Without their inputs, newest first, at most {@code limit}, older than {@code after} where that is given. */
    List<AllocationRun.Heading> list(Filter filter, Optional<Position> after, int limit);

    /** The adopted runs of a scheme's year with their inputs, the one that was made last first. */
    List<AllocationRun> adoptedOf(SchemeId scheme, Year year, int most);

    /**
     * What a list is narrowed to.
     *
     * @param offices those by which one of the offices decides, or the Directorate; empty: all
     */
    record Filter(
            Optional<SchemeId> scheme,
            Optional<Year> year,
            Optional<Boolean> adopted,
            Optional<Set<CountyGovernorOfficeId>> offices) {
        /** Whoever decides by them. */
        public Filter(Optional<SchemeId> scheme, Optional<Year> year, Optional<Boolean> adopted) {
            this(scheme, year, adopted, Optional.empty());
        }
    }

    /** A place in the list. */
    record Position(Instant madeAt, RunId id) {}
}
