package no.opptrapping.grant.carryover.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.carryover.CarryOver;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.carryover.SeeCarryOvers;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A carry-over as the API shows it. */
@Schema(name = "CarryOver")
@JsonInclude(JsonInclude.Include.NON_NULL)
record CarryOverResponse(
        CarryOverId id,
        AwardId awardId,
        @Schema(maxLength = 40) String awardReference,
        SchemeId schemeId,

        @Schema(description = "The municipality that holds the award now")
        Holder municipality,

        @Schema(description = "The year that the money was awarded of")
        int fromYear,

        @Schema(description = "The year that it is carried into, and reported on in")
        int toYear,

        @Schema(description = "What there is to do, if anything")
        CarryOver.State state,

        @Schema(description = "What the last approved report says is not spent, in whole kroner")
        Kroner unspent,

        @Schema(description = "What has been carried over, in whole kroner")
        Kroner carriedOver,

        @Schema(description = "What of the unspent has been claimed back, in whole kroner")
        Kroner claimed,

        @Schema(description = "What is unspent, and neither carried over nor claimed back, in whole kroner")
        Kroner left,

        @Schema(
                description =
                        "What the scheme's rules let the municipality keep without asking, at most, in whole kroner")
        Kroner free,

        @Schema(description = "Whether more can be applied for")
        boolean byApplication,

        @Schema(maxItems = 1000, description = "What was carried over and why, oldest first")
        List<Step> steps,

        @Schema(maxItems = 1000, description = "What was applied for or had to be corrected, oldest first")
        List<Request> requests,

        @Schema(description = "The instant at which it was opened (UTC)")
        Instant openedAt,

        @Schema(description = "The instant of its last change (UTC)")
        Instant changedAt) {
    /** Whom it concerns. */
    @Schema(name = "CarryOverMunicipality")
    record Holder(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name) {}

    /** Money that was carried over. */
    @Schema(name = "CarryOverStep")
    record Step(
            @Schema(description = "Why: by the scheme's rules, by a decision, or as a report was corrected")
            CarryOver.Cause cause,

            @Schema(description = "How much more is carried over, in whole kroner; below zero: how much less")
            Kroner change,

            @Schema(description = "The instant of it (UTC)") Instant at) {
        static Step of(CarryOver.Step step) {
            return new Step(step.cause(), step.change(), step.at());
        }
    }

    /** What was asked, proposed and decided. */
    @Schema(name = "CarryOverRequest")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Request(
            @Schema(description = "Whether the municipality applied, or a report was corrected")
            CarryOver.Kind kind,

            @Schema(description = "What was applied for, or was carried over before the correction, in whole kroner")
            Kroner amount,

            @Schema(maxLength = 2000) String reasons,
            @Schema(description = "The instant of it (UTC)") Instant at,

            @Schema(description = "What is proposed; absent until it is, and to a municipality until it is decided")
            @Nullable
            Word proposal,

            @Schema(description = "What was decided; absent until it is") @Nullable
            Word decision) {
        static Request of(CarryOver.Request request, boolean withProposal) {
            return new Request(
                    request.kind(),
                    request.amount(),
                    request.reasons(),
                    request.at(),
                    request.proposal()
                            .filter(_ -> withProposal || request.decision().isPresent())
                            .map(Word::of)
                            .orElse(null),
                    request.decision().map(Word::of).orElse(null));
        }
    }

    /** What one person says of it. */
    @Schema(name = "CarryOverWord")
    record Word(
            @Schema(
                    description =
                            "What is carried over of what was applied for, or remains carried over, in whole kroner")
            Kroner amount,

            @Schema(maxLength = 2000) String reason,
            @Schema(description = "The instant of it (UTC)") Instant at) {
        static Word of(CarryOver.Word word) {
            return new Word(word.amount(), word.reason(), word.at());
        }
    }

    static CarryOverResponse of(SeeCarryOvers.Seen seen) {
        var one = seen.carryOver();
        var holder = seen.award().holder();
        return new CarryOverResponse(
                one.id(),
                one.award(),
                seen.award().reference(),
                one.scheme(),
                new Holder(holder.number(), holder.name()),
                one.from().getValue(),
                one.to().getValue(),
                one.state(),
                one.unspent(),
                one.carried(),
                one.claimed(),
                one.left(),
                one.terms().free(),
                one.terms().byApplication(),
                one.steps().stream().map(Step::of).toList(),
                one.requests().stream()
                        .filter(request -> seen.withProposal()
                                || request.kind() == CarryOver.Kind.APPLICATION
                                || request.decision().isPresent())
                        .map(request -> Request.of(request, seen.withProposal()))
                        .toList(),
                one.openedAt(),
                one.changedAt());
    }
}
