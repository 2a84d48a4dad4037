package no.opptrapping.grant.allocation.runs;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.AssessedApplications;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What became of adopting a run. Everything but {@link Adopted} has changed nothing. */
public sealed interface AdoptionOutcome {
    /** Frames of county governors' offices are what it gives: its money is theirs to award. */
    record DividedAsFrames() implements AdoptionOutcome {}

    /** The run is adopted. */
    record Adopted(AllocationRun run) implements AdoptionOutcome {}

    /** There is no such run. */
    record Unknown() implements AdoptionOutcome {}

    /** Somebody has adopted it before. */
    record AlreadyAdopted() implements AdoptionOutcome {}

    /** The person made the run, and a second one must decide. */
    record MadeBySamePerson() implements AdoptionOutcome {}

    /** The person is disqualified in the scheme. */
    record Disqualified() implements AdoptionOutcome {}

    /** It is a run to learn from: only awards and incorporations are adopted. */
    record NotForAdoption() implements AdoptionOutcome {}

    /** Newer inputs are known than those the run was computed from; which kinds. */
    record Superseded(List<String> changed) implements AdoptionOutcome {}

    /** The scheme's rules that are in force now are not those that the run was made under; empty: none are. */
    record RulesChanged(Optional<Integer> madeUnder, Optional<Integer> inForce) implements AdoptionOutcome {}

    /** The appropriation no longer suffices. */
    record InsufficientFunds(Kroner available, Kroner needed) implements AdoptionOutcome {}

    /** The county governor's office that decides has ceased, or these municipalities are another's. */
    record NotOfTheOffice(List<MunicipalityNumber> municipalities) implements AdoptionOutcome {}

    /**
     * Applications are not as the run had them: withdrawn or decided, recommended since then, or given more than
     * they are assessed at now.
     */
    record ApplicationsChanged(List<ApplicationId> applications) implements AdoptionOutcome {}

    /** Applications were handed in on time and have not been assessed. */
    record NotAssessed(List<AssessedApplications.Waiting> applications) implements AdoptionOutcome {}

    /** The call takes applications until the deadline. */
    record CallNotOver(CallId call, Instant deadline) implements AdoptionOutcome {}

    /** The call has not been announced. */
    record CallNotAnnounced(CallId call) implements AdoptionOutcome {}

    /** The call's applications have been decided by another run. */
    record CallAlreadyDecided(CallId call) implements AdoptionOutcome {}

    /** The call is divided otherwise than the run takes it, into rounds or among offices, or the office has ceased. */
    record RoundsChanged(CallId call) implements AdoptionOutcome {}

    /** The applications of the round, or of the office, have been decided by another run. */
    record PartAlreadyDecided(CallPart part) implements AdoptionOutcome {}

    /** An earlier round of the call is to be decided first. */
    record EarlierRoundWaits(CallPart part, int earlier) implements AdoptionOutcome {}

    /** The run is of a county governor's office, which alone decides by it. */
    record DecidedByTheOffice() implements AdoptionOutcome {}

    /** The run gives more than the round may. */
    record AboveTheRound(Kroner most, Kroner needed) implements AdoptionOutcome {}

    /** The call has been called off. */
    record CallCancelled(CallId call) implements AdoptionOutcome {}

    /** The run does not divide as its call was announced to. */
    record NotByTheCallsRules(List<BrokenRule> broken) implements AdoptionOutcome {}

    /** The scheme's year has been divided in the same way by adopted runs. */
    record SameDivision(List<OtherRuns.OtherRun> runs) implements AdoptionOutcome {}

    /** The framework scheme's year has been divided by another run. */
    record YearAlreadyDivided(UUID run) implements AdoptionOutcome {}

    /** The engine no longer gives what the run showed; it must be simulated again. */
    record NotReproducible() implements AdoptionOutcome {}

    /** Something stands in the way of correcting what has been given: all of it. */
    record CorrectionRefused(List<BrokenRule> broken) implements AdoptionOutcome {}

    /** The run that it corrects has been corrected; the newest of its editions. */
    record CorrectedAlready(RunId newest) implements AdoptionOutcome {}

    /** It gives everybody what the run that it corrects gave. */
    record NothingToCorrect() implements AdoptionOutcome {}

    /** It was made to be published as preliminary, and gives nobody anything. */
    record OnlyPreliminary() implements AdoptionOutcome {}
}
