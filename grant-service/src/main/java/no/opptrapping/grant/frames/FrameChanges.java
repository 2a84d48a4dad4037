package no.opptrapping.grant.frames;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.ledger.Journal.SchemeYear;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** The changes of frames that there are. Everything here takes part in the caller's transaction. */
public interface FrameChanges {
    void add(FrameChange proposed);

    /** Keeps how it was decided; the caller has locked it. */
    void decide(FrameChange decided);

    Optional<FrameChange> find(FrameChangeId id);

    /** The change, locked until the transaction ends. */
    Optional<FrameChange> lock(FrameChangeId id);

    /** Whether frames have become what the run gives. */
    boolean isDivided(UUID run);

    /** The oldest proposal first, those after the given place. */
    List<FrameChange> list(Filter filter, Optional<Position> after, int limit);

    /** From which day what is unused of the year's frames flows back, as was adopted last. */
    Optional<LocalDate> unusedBackOn(SchemeId scheme, Year year);

    /** The schemes' years of whose frames something is unused although the day has come. */
    List<SchemeYear> toFlowBack(LocalDate today, int most);

    /** The schemes' years that the offices have anything of. */
    List<OfficeYear> having(Set<CountyGovernorOfficeId> offices, int most);

    /** The adopted changes before a moment, summed by the office that they were made for. */
    Map<CountyGovernorOfficeId, Kroner> decidedBefore(SchemeId scheme, Year year, Instant moment);

    /** What was paid before a moment of the awards that an office's frame was taken for, by that office. */
    Map<CountyGovernorOfficeId, Kroner> paidBefore(SchemeId scheme, Year year, Instant moment);

    /** Who had taken over whose frame of the year by a moment, as the ledger has it. */
    Map<CountyGovernorOfficeId, CountyGovernorOfficeId> succeededBefore(SchemeId scheme, Year year, Instant moment);

    /** The frames as the ledger had them at a moment. */
    List<Frame> postedBefore(SchemeId scheme, Year year, Instant moment);

    /**
     * What a list is narrowed to; all that are given must fit.
     *
     * @param offices those that say something of one of the offices
     */
    record Filter(
            Optional<SchemeId> scheme,
            Optional<Year> year,
            Optional<FrameChange.Status> status,
            Optional<Set<CountyGovernorOfficeId>> offices) {}

    /** A place in the list. */
    record Position(Instant proposedAt, FrameChangeId id) {}

    /** A scheme's year of an office. */
    record OfficeYear(SchemeId scheme, Year year, CountyGovernorOfficeId office) {}
}
