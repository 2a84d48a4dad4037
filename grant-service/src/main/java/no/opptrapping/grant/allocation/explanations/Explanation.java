package no.opptrapping.grant.allocation.explanations;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.platform.body.UsedBy;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Why a municipality gets what it gets, part by part, so that it can be redone with a pocket calculator. Each part is a
 * list of lines whose contributions to the øre add up exactly to the part's amount, and the parts to the whole; an
 * explanation that does not add up cannot be made. Shares and indices are rounded for display.
 *
 * @param amount what it is awarded, and what it has of others' awards for joint applications that it shares in
 */
public record Explanation(
        RunId runId,
        MunicipalityNumber number,
        @Schema(maxLength = 200) String name,
        Kroner amount,
        @Schema(maxItems = 100) List<Part> pots) {
    public Explanation {
        pots = List.copyOf(pots);
        if (!Kroner.sum(pots.stream().map(Part::amount).toList()).equals(amount)) {
            throw new IllegalArgumentException("The parts of " + number + " do not add up to " + amount);
        }
    }

    /**
     * One step on the way to an amount.
     *
     * @param code what kind of step it is
     * @param label the same for people
     * @param calculation how the contribution follows from the figures, for people; absent where the label says it all
     * @param contribution what the step adds, or takes away
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ExplanationLine")
    public record Line(
            @Schema(maxLength = 40) String code,
            LocalisedText label,
            @Nullable LocalisedText calculation,
            Ore contribution) {}

    /**
     * What comes from one pot, from an earlier promise, or from a joint application that another hosts.
     *
     * @param kind objective, application, position, activity, ceiling, framework or incorporation; commitment for what an earlier
     *     award promised, participation for a part of another's award, rejected, unassessed or excluded for nothing
     * @param budget what the pot divides
     * @param lines add up to the amount
     * @param sentences two to four, for people
     */
    @Schema(name = "ExplanationPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Part(
            @Schema(maxLength = 100) String pot,

            @Schema(
                    enumeration = {
                        "objective",
                        "application",
                        "position",
                        "activity",
                        "ceiling",
                        "framework",
                        "incorporation",
                        "commitment",
                        "participation",
                        "rejected",
                        "unassessed",
                        "excluded"
                    })
            String kind,

            Kroner budget,
            int unit,
            Kroner amount,
            @Schema(maxItems = 400) List<Line> lines,

            @UsedBy(
                    value = {"objective", "framework", "incorporation"},
                    needed = true)
            @Nullable
            ByKey byKey,

            @UsedBy(value = "application", needed = true) @Nullable
            ByApplication byApplication,

            @UsedBy(value = "position", needed = true) @Nullable
            ByPosition byPosition,

            @UsedBy(value = "activity", needed = true) @Nullable
            ByActivity byActivity,

            @UsedBy(value = "ceiling", needed = true) @Nullable
            ByCeiling byCeiling,

            @UsedBy(
                    value = {"framework", "incorporation"},
                    needed = true)
            @Nullable
            Framework framework,

            @UsedBy(value = "incorporation", needed = true) @Nullable
            Step incorporation,

            @Schema(maxItems = 4) List<LocalisedText> sentences) {
        public Part {
            lines = List.copyOf(lines);
            sentences = List.copyOf(sentences);
            var sum = Ore.sum(lines.stream().map(Line::contribution).toList());
            if (!sum.equals(Ore.of(amount))) {
                throw new IllegalArgumentException(
                        "The lines of " + pot + " add up to " + sum + " and not to " + amount + ": " + lines);
            }
        }
    }

    /** What one criterion brings. */
    @Schema(name = "ExplanationCriterion")
    public record Criterion(
            @Schema(maxLength = 100) String indicator,
            int year,
            @Schema(maxLength = 40) String value,
            @Schema(maxLength = 40) String total,

            @Schema(description = "Twelve decimals, rounded for display", maxLength = 40)
            String share,

            @Schema(description = "As given", maxLength = 40)
            String weight,

            @Schema(
                    description = "As used: the given weight over the sum of all; twelve decimals, rounded for display",
                    maxLength = 40)
            String weightUsed,

            @Schema(maxLength = 40) String contribution) {}

    /**
     * How a published need index leads to a share: needs over the total.
     *
     * @param index the published one, or what the own key gives where the publication lacks it
     * @param imported whether it is the published one
     * @param needs index times inhabitants
     * @param total the needs of all municipalities
     * @param factor what needs are multiplied by so that they sum to the inhabitants
     */
    @Schema(name = "ExplanationNeed")
    public record Need(
            @Schema(maxLength = 40) String index,
            boolean imported,
            @Schema(maxLength = 40) String inhabitants,
            @Schema(maxLength = 40) String needs,
            @Schema(maxLength = 40) String total,
            @Schema(maxLength = 40) String factor) {}

    /**
     * The way from criteria to kroner: {@code byKey + limits + rounding} is the amount (of a framework grant, before
     * the step).
     *
     * @param need absent by an own key
     * @param bound none, floor or cap
     * @param level what shares are multiplied by between floor and cap, six decimals; absent where there are no limits
     */
    @Schema(name = "ExplanationByKey")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByKey(
            @Schema(maxItems = 50) List<Criterion> criteria,
            @Nullable Need need,
            @Schema(maxLength = 40) String share,
            @Schema(maxLength = 40) String byKey,
            @Schema(maxLength = 40) String limits,
            @Schema(maxLength = 40) String rounding,
            @Schema(maxLength = 10) String bound,
            @Nullable Kroner floor,
            @Nullable Kroner cap,
            @Nullable @Schema(maxLength = 40) String level) {
        public ByKey {
            criteria = List.copyOf(criteria);
        }
    }

    /** How an application came out. {@code reason} is a code; the sentences say it in words. */
    @Schema(name = "ExplanationByApplication")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ByApplication(
            @Schema(maxLength = 100) String reference,
            Kroner assessed,
            Kroner smallestUseful,
            @Nullable Integer place,
            @Nullable @Schema(maxLength = 40) String share,
            @Schema(maxLength = 40) String reason,

            @Schema(
                    description = "What shares are multiplied by, up to what was assessed; six decimals",
                    maxLength = 40)
            @Nullable
            String level,

            @Schema(description = "Who shares it, and how much of the amount is whose", maxItems = 100) @Nullable
            List<Participant> participants) {}

    /** One municipality's part of a joint application's amount. */
    @Schema(name = "ExplanationParticipant")
    public record Participant(MunicipalityNumber number, Kroner amount) {}

    /** One position: rate times percentage times the factor of its year in the project, rounded down, is due. */
    @Schema(name = "ExplanationPosition")
    public record Position(
            Kroner rate,
            @Schema(maxLength = 20) String percent,
            int year,
            @Schema(maxLength = 20) String factor,
            Kroner due) {}

    /**
     * How positions came out: what each is due by the rates, and what the two classes were due within what was asked for
     * and got.
     */
    @Schema(name = "ExplanationByPosition")
    public record ByPosition(
            @Schema(maxItems = 200) List<Kroner> due,
            Kroner earlierDue,
            Kroner earlier,
            Kroner newDue,
            Kroner newPositions,
            @Schema(maxItems = 200) List<Position> positions) {
        public ByPosition {
            due = List.copyOf(due);
            positions = List.copyOf(positions);
        }
    }

    /**
     * How activity was paid: units times price times what the municipality does not bear itself is the claim, and where
     * the claims are more than the budget, claim times budget over claims is the amount before rounding.
     *
     * @param unitPriceUsed what the unit price comes to after a cut; six decimals
     */
    @Schema(name = "ExplanationByActivity")
    public record ByActivity(
            @Schema(maxLength = 40) String units,
            @Schema(maxLength = 40) String unitPrice,
            @Schema(maxLength = 40) String ownShare,
            boolean approved,
            Kroner claim,
            Kroner claims,
            @Schema(maxLength = 40) String unitPriceUsed) {}

    /**
     * How a request within a computed ceiling came out: {@code first + second}.
     *
     * @param criteria what leads to the ceiling; none by need indices or for several municipalities together
     * @param share of the municipalities that ask together; twelve decimals
     * @param ceiling theirs, the share of the budget rounded to the unit
     * @param requested what was assessed of what was asked for
     * @param first what of it is within the ceiling
     * @param second what beyond it came from what others did not ask for
     * @param left what the first round left for the second
     * @param members the municipalities whose ceilings are one
     */
    @Schema(name = "ExplanationByCeiling")
    public record ByCeiling(
            @Schema(maxItems = 50) List<Criterion> criteria,
            @Schema(maxLength = 40) String share,
            Kroner ceiling,
            Kroner requested,
            Kroner first,
            Kroner second,
            Kroner left,
            @Schema(maxItems = 100) List<MunicipalityNumber> members) {
        public ByCeiling {
            criteria = List.copyOf(criteria);
            members = List.copyOf(members);
        }
    }

    /** The two parts of a framework amount. */
    @Schema(name = "ExplanationFramework")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Framework(
            @Schema(maxLength = 40) String inhabitants,
            @Nullable @Schema(maxLength = 40) String needIndex,
            Kroner perInhabitantPart,
            Kroner equalisation,
            Kroner amount,
            @Nullable Whole whole) {}

    /**
     * The framework grant as the state computes it: {@code perInhabitantPart + equalisation} and the additions are the
     * framework, and with what the guarantee came to net the amount.
     *
     * @param inhabitants those that the grant per inhabitant counts
     * @param perInhabitant the grant per inhabitant, kroner; two decimals
     * @param need the municipality's calculated need, kroner; two decimals
     * @param needPerInhabitant the same per inhabitant of the indicators' date; absent without inhabitants
     * @param meanNeed the country's, kroner per inhabitant; two decimals
     * @param incorporated the part of the framework that was an earmarked grant before; absent where none is told
     * @param incorporatedOfFramework the same as a part of the framework; eight decimals
     * @param guarantee the income guarantee over two years' whole frameworks; absent without one
     */
    @Schema(name = "ExplanationWholeFramework")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Whole(
            @Schema(maxLength = 40) String inhabitants,
            @Schema(maxLength = 40) String perInhabitant,
            @Schema(maxLength = 40) String need,
            @Nullable @Schema(maxLength = 40) String needPerInhabitant,
            @Schema(maxLength = 40) String meanNeed,
            @Schema(maxItems = 20) List<Addition> additions,
            @Nullable Kroner incorporated,
            @Nullable @Schema(maxLength = 40) String incorporatedOfFramework,
            @Nullable Step guarantee) {
        public Whole {
            additions = List.copyOf(additions);
        }
    }

    /** An amount beside the two sums, and where it was published. */
    @Schema(name = "ExplanationAddition")
    public record Addition(
            @Schema(enumeration = {"special-distribution", "regional", "growth", "big-city"})
            String kind,

            @Schema(maxLength = 200) String source,
            Kroner amount) {}

    /**
     * The step from earmarked money: {@code framework + compensation - deduction + phaseIn + rounding} is after, all but
     * the rounding exact to the øre.
     */
    @Schema(name = "ExplanationStep")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Step(
            Kroner before,
            Kroner framework,
            Kroner after,
            Kroner change,
            @Schema(maxLength = 40) String changePerInhabitant,
            @Schema(maxLength = 40) String nationalChangePerInhabitant,
            Ore compensation,
            Ore deduction,
            Ore phaseIn,
            Ore rounding,
            Kroner net,
            @Schema(maxLength = 10) String receivesOrPays) {}
}
