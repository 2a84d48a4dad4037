package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.inputs.GuaranteeVariant;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.inputs.WhenMissing;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.allocation.runs.RunPurpose;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.body.UsedBy;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run to simulate. The population year is by default the year before the run's. */
record RunRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull SchemeId schemeId,
        @NotNull @Min(2012) @Max(2100) Integer year,
        @NotNull LocalDate structureDate,
        @NotNull @Min(1) @Max(1000) Integer unit,
        @Min(2012) @Max(2100) @Nullable Integer populationYear,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Pot> pots,

        @Schema(
                description = "The county governor's office that decides by the run, of its frame; left out where the"
                        + " Directorate decides")
        @Nullable
        CountyGovernorOfficeId countyGovernorOfficeId,

        @Schema(description = "Where the run is to take the place of an adopted one; not together with preliminary")
        @Valid
        @Nullable
        Correction correction,

        @Schema(description = "Where the run is to be published before there is money; not together with correction")
        @Valid
        @Nullable
        Indicative preliminary)
        implements OwnRules {
    /** Which adopted run it corrects, and why. */
    @Schema(name = "RunCorrectionRequest")
    record Correction(
            @Schema(description = "The adopted run that it takes the place of") @NotNull
            RunId runId,

            @Schema(description = "Why, for everybody to read") @NotNull @EachAtMost(longest = 2000)
            LocalisedText reason,

            @Schema(
                    description =
                            "What becomes of what is paid where an award is reduced: settled against what is not paid"
                                    + " yet (by default), or claimed back in part")
            @Nullable
            PaidPart paidPart) {}

    /** What amounts that are published before there is money assume. */
    @Schema(name = "PreliminaryRunRequest")
    record Indicative(
            @Schema(description = "What the amounts assume, for everybody to read") @NotNull @EachAtMost(longest = 2000)
            LocalisedText assumptions) {}

    @Override
    public List<BrokenRule> broken() {
        return correction == null || preliminary == null
                ? List.of()
                : List.of(BrokenRule.of("allocation.correction-or-preliminary", "/preliminary"));
    }

    /** What it is made for. */
    RunPurpose purpose() {
        if (correction != null) {
            return new RunPurpose.ToCorrect(
                    correction.runId(),
                    correction.reason(),
                    Objects.requireNonNullElse(correction.paidPart(), PaidPart.SETTLE));
        }
        return preliminary == null ? new RunPurpose.Division() : new RunPurpose.ToIndicate(preliminary.assumptions());
    }

    /** What is to be computed; of use only when no rule of the form is broken. */
    RunParameters parameters() {
        var inhabitants = Objects.requireNonNullElse(populationYear, year - 1);
        return new RunParameters(
                schemeId.toString(),
                year,
                structureDate.toString(),
                unit,
                inhabitants,
                pots.stream().map(pot -> pot.parameters(year, inhabitants)).toList(),
                countyGovernorOfficeId == null ? null : countyGovernorOfficeId.toString());
    }

    /** A part of the budget. */
    @Schema(name = "PotRequest")
    record Pot(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Valid Budget budget,
            @Nullable Boolean exclusive,
            @Valid @Nullable Eligible eligible,
            @NotNull @Valid Model model)
            implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            return eligible == null
                            || model.kind() == Kind.OBJECTIVE
                            || model.kind() == Kind.FRAMEWORK
                            || model.kind() == Kind.CEILING
                    ? List.of()
                    : List.of(BrokenRule.of("allocation.not-for-this-kind", "/eligible"));
        }

        private RunParameters.Pot parameters(int year, int populationYear) {
            return new RunParameters.Pot(
                    name,
                    budget.amount(),
                    Boolean.TRUE.equals(exclusive),
                    eligible == null ? null : eligible.parameters(),
                    new ModelReading(model, year, populationYear).read());
        }
    }

    /** Who the pot is for, in one of three ways; left out it is for every municipality of the structure. */
    @Schema(name = "EligibleRequest")
    record Eligible(
            @Size(max = 1000) @Nullable List<@NotNull @Pattern(regexp = "^[0-9]{4}$") String> municipalities,

            @Valid @Nullable Classes grouping,
            @Nullable CallId appliedTo)
            implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            var ways = Stream.of(municipalities, grouping, appliedTo)
                    .filter(Objects::nonNull)
                    .count();
            return ways == 1 ? List.of() : List.of(BrokenRule.of("allocation.one-way-to-be-eligible", ""));
        }

        private RunParameters.Eligible parameters() {
            return new RunParameters.Eligible(
                    municipalities,
                    grouping == null ? null : grouping.code(),
                    grouping == null ? null : grouping.classes(),
                    appliedTo == null ? null : appliedTo.toString());
        }
    }

    /** Classes of a grouping such as kostra-group. */
    @Schema(name = "GroupingClasses")
    record Classes(
            @NotBlank @Size(max = 100) String code,
            @NotNull @Size(min = 1, max = 100) List<@NotBlank @Size(max = 100) String> classes) {}

    /** An amount, or the rest of what is available. */
    @Schema(name = "PotBudget")
    record Budget(
            @Min(0) @Max(10_000_000_000_000L) @Nullable Long amount,
            @Nullable Boolean rest) implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            return Boolean.TRUE.equals(rest) == (amount != null)
                    ? List.of(BrokenRule.of("allocation.amount-or-rest", ""))
                    : List.of();
        }
    }

    /** In which way a pot is divided. */
    @Schema(name = "ModelKind")
    enum Kind {
        @JsonProperty("objective")
        OBJECTIVE,
        @JsonProperty("application")
        APPLICATION,
        @JsonProperty("position")
        POSITION,
        @JsonProperty("activity")
        ACTIVITY,
        @JsonProperty("ceiling")
        CEILING,
        @JsonProperty("framework")
        FRAMEWORK,
        @JsonProperty("incorporation")
        INCORPORATION
    }

    /** How it is divided; which members are needed follows from the kind. */
    @Schema(name = "ModelRequest")
    record Model(
            @NotNull Kind kind,

            @UsedBy({"objective", "framework", "incorporation", "ceiling"}) @Size(max = 50) @Nullable
            List<@NotNull @Valid Weight> weights,

            @UsedBy({"objective", "framework", "incorporation", "ceiling"}) @Valid @Nullable
            CostKey costKey,

            @UsedBy({"objective", "framework", "incorporation", "ceiling"}) @Nullable
            Boolean normalise,

            @UsedBy({"objective", "framework", "incorporation", "ceiling"}) @Valid @Nullable
            Indices indices,

            @UsedBy("objective") @Min(0) @Max(10_000_000_000_000L) @Nullable
            Long floorPerMunicipality,

            @UsedBy("objective") @Min(0) @Max(10_000_000_000_000L) @Nullable
            Long capPerMunicipality,

            @UsedBy("objective") @Size(max = 1000) @Nullable
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Min(0) @Max(10_000_000_000_000L) Long> floors,

            @UsedBy("objective") @Size(max = 1000) @Nullable
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Min(0) @Max(10_000_000_000_000L) Long> caps,

            @UsedBy("objective") @Size(max = 40) @Nullable String floorPerInhabitant,

            @UsedBy("objective") @Size(max = 40) @Nullable String capPerInhabitant,

            @UsedBy(
                    value = {"application", "position", "ceiling"},
                    needed = true)
            @Nullable
            CallId callId,

            @UsedBy({"application", "position"}) @Nullable DivisionRule rule,

            @UsedBy({"application", "position"}) @Nullable TieRule tieRule,

            @UsedBy({"application", "position", "ceiling"})
            @Schema(description = "The number of the call's round that is divided; left out of a call without rounds")
            @Min(1)
            @Max(20)
            @Nullable
            Integer round,

            @UsedBy(value = "position", needed = true) @Min(0) @Max(10_000_000_000L) @Nullable
            Long rate,

            @UsedBy(value = "position", needed = true) @Size(min = 1, max = 20) @Nullable
            List<@NotNull @Size(max = 40) String> stepDown,

            @UsedBy(value = "activity", needed = true) @Size(max = 40) @Nullable
            String unitPrice,

            @UsedBy("activity") @Size(max = 40) @Nullable String ownShare,

            @UsedBy("activity") @Min(2012) @Max(2100) @Nullable
            Integer reportYear,

            @UsedBy(value = "activity", needed = true) @Size(min = 1, max = 1000) @Nullable
            List<@NotNull @Valid Units> activities,

            @UsedBy(value = "incorporation", needed = true) @Nullable
            SchemeId fromSchemeId,

            @UsedBy(value = "incorporation", needed = true) @Min(2012) @Max(2100) @Nullable
            Integer fromYear,

            @UsedBy("framework") @Valid @Nullable WholeFrameworkRequest whole,

            @UsedBy("incorporation") @Valid @Nullable Guarantee guarantee,

            @UsedBy("incorporation") @Valid @Nullable PhaseIn phaseIn)
            implements OwnRules {
        @Override
        public List<BrokenRule> broken() {
            return ModelReading.broken(this);
        }
    }

    /** A criterion; the year of its figures is by default the population's. */
    @Schema(name = "CriterionRequest")
    record Weight(
            @NotBlank @Size(max = 100) String indicator,
            @Min(2012) @Max(2100) @Nullable Integer year,
            @NotNull @Size(max = 40) String weight) {}

    /** A registered cost key; the year of the figures is by default the population's. */
    @Schema(name = "CostKeyChoiceRequest")
    record CostKey(
            @NotBlank @Size(max = 60) String code,
            @Min(2012) @Max(2100) @Nullable Integer year) {}

    /**
     * Need indices that somebody has published, by municipality number. {@code whenMissing} is what is done with
     * municipalities that they lack: own-key takes the index of the model's weights or cost key. Where a tolerance is
     * given, the indices' mean, weighted by population, may not be further from 1.
     */
    @Schema(name = "NeedIndicesRequest")
    record Indices(
            @NotNull @Size(min = 1, max = 1000)
            Map<@Pattern(regexp = "^[0-9]{4}$") String, @NotNull @Size(max = 40) String> values,

            @NotNull WhenMissing whenMissing,
            @Size(max = 40) @Nullable String tolerance) {}

    /** What one municipality did; counted when its report of the year is approved. */
    @Schema(name = "ActivityUnitsRequest")
    record Units(
            @NotNull @Pattern(regexp = "^[0-9]{4}$") String number,
            @NotNull @Size(max = 40) String units) {}

    /** An income guarantee; the threshold is kroner per inhabitant. */
    @Schema(name = "GuaranteeRequest")
    record Guarantee(
            @NotNull GuaranteeVariant variant,
            @NotNull @Size(max = 40) String threshold) {}

    /** Which of how many equal steps. */
    @Schema(name = "PhaseInRequest")
    record PhaseIn(
            @NotNull @Min(1) @Max(20) Integer years,
            @NotNull @Min(1) @Max(20) Integer year) {}
}
