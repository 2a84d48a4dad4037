package no.opptrapping.grant.queue.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.assessment.CriterionPoints;
import no.opptrapping.grant.assessment.GeneralJudgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.grant.cases.Holding;
import no.opptrapping.grant.queue.ActOnSelection;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The same act with each of a selection of cases. */
@Schema(name = "NewCaseSelection")
record SelectionRequest(
        @Schema(required = true, description = "What is done with each of them")
        Act act,

        @Schema(required = true, minItems = 1, maxItems = 100, description = "The applications, each once")
        @Size(min = 1, max = 100)
        List<@NotNull ApplicationId> applications,

        @Schema(
                maxLength = 200,
                description = "The subject of the adviser who is to have them, when they are handed over")
        @Size(max = 200)
        @Nullable
        String to,

        @Schema(maxLength = 2000, description = "Why, in words, when they are handed over or let go of")
        @Size(max = 2000)
        @MayBeBlank
        @Nullable
        String reason,

        @Schema(description = "What is thought of each, when they are assessed") @Valid @Nullable
        JudgementRequest judgement)
        implements OwnRules {
    /** What is done. */
    @Schema(name = "CaseAct")
    enum Act {
        @JsonProperty("take")
        TAKE,
        @JsonProperty("hand-over")
        HAND_OVER,
        @JsonProperty("release")
        RELEASE,
        @JsonProperty("assess")
        ASSESS
    }

    /** What is thought of each of the applications. */
    @Schema(name = "CommonJudgement")
    record JudgementRequest(
            @Schema(required = true, description = "Approve all that is asked for, or reject")
            Recommendation recommendation,

            @Schema(required = true, maxLength = 4000) @Size(max = 4000)
            String reasons,

            @Schema(
                    description = "An exact decimal, 0 to 100; only where the scheme has no criteria",
                    pattern = "^[0-9]{1,3}(\\.[0-9]{1,2})?$",
                    maxLength = 6)
            @Size(max = 40)
            @Pattern(regexp = "-?[0-9]{1,15}(\\.[0-9]{1,12})?", message = "body.not-a-decimal")
            @Nullable
            String score,

            @Schema(description = "Points by each of the scheme's award criteria", maxItems = 20)
            @Size(max = 20)
            @Nullable
            List<@NotNull @Valid CriterionPoints> points,

            @Schema(
                    maxLength = 40,
                    description =
                            "What they should be rejected for, by its code in the rules that the call was announced"
                                    + " under; only in a recommendation to reject, and where the rules have a list")
            @Size(max = 40)
            @Nullable
            String rejectionReason) {
        GeneralJudgement judgement() {
            return new GeneralJudgement(
                    recommendation,
                    reasons,
                    Optional.ofNullable(score).map(BigDecimal::new),
                    Objects.requireNonNullElse(points, List.of()),
                    Optional.ofNullable(rejectionReason));
        }
    }

    @Override
    public List<BrokenRule> broken() {
        var broken = new ArrayList<BrokenRule>();
        var seen = new HashSet<ApplicationId>();
        IntStream.range(0, applications.size())
                .filter(i -> !seen.add(applications.get(i)))
                .mapToObj(i -> BrokenRule.of("queue.application-twice", "/applications/" + i))
                .forEach(broken::add);
        demand(Act.HAND_OVER, to, "/to", broken);
        if (to != null && !Holding.canBeHolder(to)) {
            broken.add(BrokenRule.of("case.no-subject", "/to"));
        }
        demand(Act.HAND_OVER, reason, "/reason", broken);
        demand(Act.ASSESS, judgement, "/judgement", broken);
        return broken;
    }

    private void demand(Act of, @Nullable Object member, String pointer, List<BrokenRule> broken) {
        if (act == of && member == null) {
            broken.add(BrokenRule.of("queue.missing-for-the-act", pointer));
        }
    }

    ActOnSelection.Act wanted() {
        return switch (act) {
            case TAKE -> new ActOnSelection.Act.Take();
            case HAND_OVER ->
                new ActOnSelection.Act.HandOver(Objects.requireNonNull(to), Objects.requireNonNull(reason));
            case RELEASE -> new ActOnSelection.Act.Release(Optional.ofNullable(reason));
            case ASSESS ->
                new ActOnSelection.Act.Assess(Objects.requireNonNull(judgement).judgement());
        };
    }
}
