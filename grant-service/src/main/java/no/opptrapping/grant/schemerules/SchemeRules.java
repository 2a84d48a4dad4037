package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a scheme (<i>regelverk</i>): goals and target group, criteria for goal achievement, award criteria,
 * follow-up and control, and the terms that its awards are made on (Bestemmelser om økonomistyring i staten, 6.2.3).
 *
 * @param chapter the chapter of the state budget, three or four digits
 * @param item the item (<i>post</i>) of the chapter, two digits
 * @param goals what the scheme is to achieve
 * @param targetGroup whom it is for
 * @param criteria what goal achievement is measured by (<i>kriterier for måloppnåelse</i>)
 * @param awardCriteria what applications are weighed by; none when the scheme is divided without applications
 * @param followUp how the use of the money is followed up and controlled
 * @param reporting what is to be reported of the money, and when
 * @param acceptanceDays days from the decision within which an award must be accepted
 * @param appealDays days from the notice within which a decision can be appealed (forvaltningsloven § 29: three weeks);
 *     zero: it cannot be
 * @param handling how applications are handled; missing: as is usual
 * @param payments how awards are paid; missing: as one
 * @param carryOver what becomes of money that is not spent; missing: what is unspent can be applied for, once
 * @param recovery how money is claimed back, and the municipality heard before; missing: as is usual
 * @param applicants who may apply; missing: every municipality, also together
 * @param decidedBy who decides; missing: the Directorate
 */
@Schema(name = "SchemeRules")
public record SchemeRules(
        @Schema(required = true, pattern = "^[0-9]{3,4}$", maxLength = 4)
        @Pattern(regexp = "^[0-9]{3,4}$", message = "scheme.chapter-malformed")
        String chapter,

        @Schema(required = true, pattern = "^[0-9]{2}$", maxLength = 2)
        @Pattern(regexp = "^[0-9]{2}$", message = "scheme.item-malformed")
        String item,

        @EachAtMost(longest = LONGEST) @Nullable LocalisedText goals,
        @EachAtMost(longest = LONGEST) @Nullable LocalisedText targetGroup,
        @EachAtMost(longest = LONGEST) @Nullable LocalisedText criteria,

        @Schema(required = true, maxItems = 20) @Size(max = 20)
        List<@NotNull @Valid AwardCriterion> awardCriteria,

        @EachAtMost(longest = LONGEST) @Nullable LocalisedText followUp,
        @Schema(required = true) @Valid SchemeReporting reporting,

        @Schema(
                required = true,
                minimum = "1",
                maximum = "365",
                description = "Days from the decision within which an award must be accepted")
        @Min(1)
        @Max(365)
        Integer acceptanceDays,

        @Schema(
                required = true,
                minimum = "0",
                maximum = "365",
                description = "Days from the notice within which a decision can be appealed; 0: it cannot be")
        @Min(0)
        @Max(365)
        Integer appealDays,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        SchemeHandling handling,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        SchemePayments payments,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        SchemeCarryOver carryOver,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        SchemeRecovery recovery,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
        SchemeApplicants applicants,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(description = "Who decides on the applications and pays the awards; missing: directorate")
        @Nullable
        DecidedBy decidedBy)
        implements OwnRules {
    /** Lower-case words and digits, joined by hyphens. */
    public static final String CODE = "^[a-z0-9]+(-[a-z0-9]+)*$";

    /** Four weeks to accept, when nothing else is said. */
    public static final int USUAL_ACCEPTANCE_DAYS = 28;

    /** Three weeks to appeal, when nothing else is said (forvaltningsloven § 29). */
    public static final int USUAL_APPEAL_DAYS = 21;

    private static final int LONGEST = 2000;

    /** How applications are handled. */
    public SchemeHandling handlingTerms() {
        return Objects.requireNonNullElse(handling, SchemeHandling.USUAL);
    }

    /** How awards are paid. */
    public SchemePayments paymentTerms() {
        return Objects.requireNonNullElse(payments, SchemePayments.USUAL);
    }

    /** What becomes of money that is not spent. */
    public SchemeCarryOver carryOverTerms() {
        return Objects.requireNonNullElse(carryOver, SchemeCarryOver.USUAL);
    }

    /** How money is claimed back. */
    public SchemeRecovery recoveryTerms() {
        return Objects.requireNonNullElse(recovery, SchemeRecovery.USUAL);
    }

    /** Who may apply. */
    public SchemeApplicants whoMayApply() {
        return Objects.requireNonNullElse(applicants, SchemeApplicants.USUAL);
    }

    /** Who decides. */
    public DecidedBy whoDecides() {
        return Objects.requireNonNullElse(decidedBy, DecidedBy.DIRECTORATE);
    }

    @Override
    public List<BrokenRule> broken() {
        var broken = new ArrayList<>(
                Twice.of(awardCriteria, AwardCriterion::code, "scheme.criterion-twice", "/awardCriteria"));
        var weights = awardCriteria.stream().mapToInt(AwardCriterion::weight).sum();
        if (!awardCriteria.isEmpty() && weights != 100) {
            broken.add(BrokenRule.of("scheme.weights-not-whole", "/awardCriteria", "sum", weights));
        }
        return broken;
    }
}
