package no.opptrapping.grant.claims.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimId;
import no.opptrapping.grant.claims.SeeClaims;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kid;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A claim as the API shows it. */
@Schema(name = "Claim")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ClaimResponse(
        ClaimId id,

        @Schema(description = "What a repayment is to be marked with")
        Kid kid,

        AwardId awardId,
        @Schema(maxLength = 40) String awardReference,
        SchemeId schemeId,

        @Schema(description = "The municipality that holds the award now")
        Debtor municipality,

        @Schema(description = "The year that the money was awarded of")
        int year,

        @Schema(description = "Why money is to be paid back")
        Claim.Cause cause,

        @Schema(description = "How far it has come") Claim.State state,

        @Schema(
                description =
                        "What a report leaves, or a person has found, in whole kroner; not shown to a municipality")
        @Nullable
        Kroner found,

        @Schema(maxLength = 4000, description = "Why, in words for the administration; not shown to a municipality")
        @Nullable
        String grounds,

        @Schema(description = "What is proposed; absent until it is, and to a municipality") @Nullable
        Proposal proposal,

        @Schema(description = "What is decided; absent until it is") @Nullable
        Decision decision,

        @Schema(description = "What is claimed, in whole kroner")
        Kroner claimed,

        @Schema(
                description =
                        "What has come, or has been settled against what the municipality was to have, in whole kroner")
        Kroner repaid,

        @Schema(description = "What has been given up, in whole kroner")
        Kroner writtenOff,

        @Schema(description = "What is owed, in whole kroner")
        Kroner outstanding,

        @Schema(description = "The instant at which the municipality was reminded (UTC); absent until it is") @Nullable
        Instant remindedAt,

        @Schema(
                maxItems = 1000,
                description = "What has moved its money, oldest first; to the administration also what waits for"
                        + " another person, or was refused")
        List<Step> steps,

        @Schema(description = "The instant at which it was opened (UTC)")
        Instant openedAt,

        @Schema(description = "The instant of its last change (UTC)")
        Instant changedAt) {
    /** Who is to pay. */
    @Schema(name = "ClaimMunicipality")
    record Debtor(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name) {}

    /** What one person says is to be claimed. */
    @Schema(name = "ClaimProposal")
    record Proposal(
            @Schema(description = "In whole kroner; 0: nothing")
            Kroner amount,

            @Schema(maxLength = 4000) String reason,
            @Schema(description = "The instant of it (UTC)") Instant at) {}

    /** What is decided. */
    @Schema(name = "ClaimDecision")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Decision(
            @Schema(description = "In whole kroner; 0: nothing is claimed")
            Kroner amount,

            @Schema(maxLength = 4000) String reason,

            @Schema(
                    maxLength = 4000,
                    description = "What the municipality’s comments are answered; absent when it made none")
            @Nullable
            String answer,

            @Schema(description = "The instant of it (UTC)") Instant at,

            @Schema(description = "The last day on which it is paid in time; absent when nothing is claimed") @Nullable
            LocalDate dueOn) {}

    /** What moves its money. */
    @Schema(name = "ClaimStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(
            @Schema(description = "1 is the first of the claim")
            int number,

            @Schema(description = "What it is") Claim.StepKind kind,

            @Schema(description = "What it does to what is owed, in whole kroner; below zero: less is owed")
            Kroner change,

            @Schema(maxLength = 4000) String reason,

            @Schema(description = "The day that it is of: on which money came, or it was said")
            LocalDate on,

            @Schema(description = "Whether its money has moved; absent while it waits for another person") @Nullable
            Boolean granted,

            @Schema(description = "The line of the bank that the money came with; not shown to a municipality")
            @Nullable
            UUID creditId,

            @Schema(description = "The payment that it is settled against") @Nullable
            UUID paymentId,

            @Schema(description = "The instant of it (UTC)") Instant at) {
        static Step of(Claim.Step step, boolean all) {
            return new Step(
                    step.number(),
                    step.kind(),
                    step.change(),
                    step.reason(),
                    step.on(),
                    step.isWaiting() ? null : step.counts(),
                    all ? step.credit().orElse(null) : null,
                    step.payment().orElse(null),
                    step.at());
        }
    }

    /**
     * The claim as the caller sees it.
     *
     * @param grounds what is said of why, in the reader's language
     */
    static ClaimResponse of(SeeClaims.Seen seen, String grounds) {
        var one = seen.claim();
        var holder = seen.award().holder();
        var all = seen.ofTheAdministration();
        return new ClaimResponse(
                one.id(),
                one.kid(),
                one.award(),
                seen.award().reference(),
                one.scheme(),
                new Debtor(holder.number(), holder.name()),
                one.year().getValue(),
                one.cause(),
                one.state(),
                all ? one.found() : null,
                all ? grounds : null,
                one.proposal()
                        .filter(_ -> all)
                        .map(word -> new Proposal(word.amount(), word.reason(), word.at()))
                        .orElse(null),
                one.decision().map(ClaimResponse::decision).orElse(null),
                one.claimed(),
                one.met(),
                one.writtenOff(),
                one.outstanding(),
                one.remindedAt().orElse(null),
                one.steps().stream()
                        .filter(step -> all || step.counts())
                        .map(step -> Step.of(step, all))
                        .toList(),
                one.openedAt(),
                one.changedAt());
    }

    private static Decision decision(Claim.Decision made) {
        return new Decision(
                made.amount(),
                made.reason(),
                made.answer().orElse(null),
                made.at(),
                made.dueOn().orElse(null));
    }
}
