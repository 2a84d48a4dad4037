package no.opptrapping.grant.allocation.reserve;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An application that was found worth supporting and that the money did not reach, or reached in part.
 *
 * @param place its place on the reserve list of the call, or of its office, from 1: the rounds in their order, in each the
 *     rank that its run gave
 * @param application as its run knew it
 * @param run the adopted run that had no money left for it
 * @param round the round of the call that it was in
 * @param office the county governor's office that its municipality is of today; empty where the Directorate decides
 * @param due what it would have got if the money had reached
 * @param awarded what it has been awarded by now, less than it was due unless its state says otherwise
 */
public record ReserveEntry(
        int place,
        RunInputs.Application application,
        RunId run,
        Optional<Integer> round,
        Optional<CountyGovernorOfficeId> office,
        Kroner due,
        Kroner awarded,
        State state) {
    /** How it stands on the list. */
    @Schema(name = "ReserveState")
    public enum State {
        /** It can be offered money: it has nothing, or less than it was due. */
        WAITING,
        /** It is offered money, which waits for a second person. */
        PROPOSED,
        /** It has all that it was due. */
        AWARDED,
        /** It has turned its award down, or let it lapse. */
        ENDED;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same as one of the office's list. */
    ReserveEntry of(Optional<CountyGovernorOfficeId> one, int number) {
        return new ReserveEntry(number, application, run, round, one, due, awarded, state);
    }

    /** Which application. */
    public ApplicationId id() {
        return new ApplicationId(UUID.fromString(application.id()));
    }

    /** Who applied. */
    public MunicipalityId municipality() {
        return new MunicipalityId(UUID.fromString(application.municipality()));
    }

    /** What is missing to what it was due. */
    public Kroner missing() {
        return due.minus(awarded);
    }

    /** The least that is of use to it, above zero; whoever has a part can use any more. */
    public Kroner least() {
        return Kroner.of(awarded.isPositive() ? 1 : Math.max(1, application.smallestUseful()));
    }

    /** What so much money would give it; empty when that is of no use to it. */
    Optional<Kroner> offer(Kroner available) {
        return Optional.of(missing().min(available)).filter(amount -> amount.compareTo(least()) >= 0);
    }

    /**
     * The entry as it stands after what has come since its run.
     *
     * @param award what it has been awarded; empty while it has no award
     * @param ended nothing is left of that award
     * @param proposed an offer waits for a second person
     */
    ReserveEntry now(Optional<Kroner> award, boolean ended, boolean proposed) {
        var has = award.orElse(Kroner.ZERO);
        var state = ended
                ? State.ENDED
                : proposed ? State.PROPOSED : has.compareTo(due) < 0 ? State.WAITING : State.AWARDED;
        return new ReserveEntry(place, application, run, round, office, due, has, state);
    }
}
