package no.opptrapping.grant.allocation;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a municipality gets what it gets, pot by pot, so that it can be redone with a pocket calculator: value over total
 * is share, share times weight times budget is contribution, contributions plus limits plus rounding is the amount.
 * Shares and indices are rounded for display; amounts in kroner with two decimals add up exactly.
 */
public record Explanation(
        RunId runId,
        MunicipalityNumber number,
        @Schema(maxLength = 200) String name,
        Kroner amount,
        @Schema(maxItems = 100) List<Part> pots) {
    public Explanation {
        pots = List.copyOf(pots);
    }

    /**
     * What comes from one pot.
     *
     * @param kind objective, application, position, activity, framework or incorporation
     * @param budget what the pot divides
     * @param sentences two, for people
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            @Schema(maxLength = 100) String pot,
            @Schema(maxLength = 20) String kind,
            Kroner budget,
            int unit,
            Kroner amount,
            @Nullable ByKey byKey,
            @Nullable ByApplication byApplication,
            @Nullable ByPosition byPosition,
            @Nullable ByActivity byActivity,
            @Nullable Framework framework,
            @Nullable Step incorporation,
            @Schema(maxItems = 2) List<LocalisedText> sentences) {
        public Part {
            sentences = List.copyOf(sentences);
        }
    }

    /** What one criterion brings. */
    public record Criterion(
            @Schema(maxLength = 100) String indicator,
            int year,
            @Schema(maxLength = 40) String value,
            @Schema(maxLength = 40) String total,

            @Schema(description = "Twelve decimals, rounded for display", maxLength = 40)
            String share,

            @Schema(maxLength = 40) String weight,
            @Schema(maxLength = 40) String contribution) {}

    /**
     * The way from criteria to kroner: {@code byKey + limits + rounding} is the amount (of a framework grant, before
     * the step).
     *
     * @param bound none, floor or cap
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByKey(
            @Schema(maxItems = 50) List<Criterion> criteria,
            @Schema(maxLength = 40) String share,
            @Schema(maxLength = 40) String byKey,
            @Schema(maxLength = 40) String limits,
            @Schema(maxLength = 40) String rounding,
            @Schema(maxLength = 10) String bound,
            @Nullable Kroner floor,
            @Nullable Kroner cap) {
        public ByKey {
            criteria = List.copyOf(criteria);
        }
    }

    /** How an application came out. {@code reason} is a code; the sentences say it in words. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByApplication(
            @Schema(maxLength = 100) String reference,
            Kroner assessed,
            Kroner smallestUseful,
            @Nullable Integer place,
            @Nullable @Schema(maxLength = 40) String share,
            @Schema(maxLength = 40) String reason) {}

    /**
     * How positions came out: what each is due by the rates, and what the two classes were due within what was asked for
     * and got.
     */
    public record ByPosition(
            @Schema(maxItems = 200) List<Kroner> due,
            Kroner earlierDue,
            Kroner earlier,
            Kroner newDue,
            Kroner newPositions) {
        public ByPosition {
            due = List.copyOf(due);
        }
    }

    /** How activity was paid: units times price times what the municipality does not bear itself is the claim. */
    public record ByActivity(
            @Schema(maxLength = 40) String units,
            @Schema(maxLength = 40) String unitPrice,
            @Schema(maxLength = 40) String ownShare,
            boolean approved,
            Kroner claim) {}

    /** The two parts of a framework amount. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Framework(
            @Schema(maxLength = 40) String inhabitants,
            @Nullable @Schema(maxLength = 40) String needIndex,
            Kroner perInhabitantPart,
            Kroner equalisation,
            Kroner amount) {}

    /** The step from earmarked money. Compensation and deduction are exact to the øre before rounding. */
    public record Step(
            Kroner before,
            Kroner framework,
            Kroner after,
            Kroner change,
            @Schema(maxLength = 40) String changePerInhabitant,
            @Schema(maxLength = 40) String nationalChangePerInhabitant,
            @Schema(maxLength = 40) String compensation,
            @Schema(maxLength = 40) String deduction,
            Kroner net,
            @Schema(maxLength = 10) String receivesOrPays) {}
}
