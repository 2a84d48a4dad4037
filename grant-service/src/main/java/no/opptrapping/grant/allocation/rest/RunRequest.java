package no.opptrapping.grant.allocation.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** A run to simulate. The population year is by default the year before the run's. */
record RunRequest(
        @NotBlank @Size(max = 200) String name,
        @NotNull SchemeId schemeId,
        @NotNull @Min(2012) @Max(2100) Integer year,
        @NotNull LocalDate structureDate,
        @NotNull @Min(1) @Max(1000) Integer unit,
        @Min(2012) @Max(2100) @Nullable Integer populationYear,
        @NotNull @Size(min = 1, max = 20) List<@NotNull @Valid Pot> pots) {
    /** A part of the budget. */
    record Pot(
            @NotBlank @Size(max = 100) String name,
            @NotNull @Valid Budget budget,
            @Nullable Boolean exclusive,
            @NotNull @Valid Model model) {}

    /** An amount, or the rest of what is available. */
    record Budget(
            @Min(0) @Max(10_000_000_000_000L) @Nullable Long amount,
            @Nullable Boolean rest) {}

    /** How it is divided; which members are needed follows from the kind. */
    record Model(
            @NotNull @Pattern(regexp = "^(objective|application|framework|incorporation)$")
            String kind,

            @Size(max = 50) @Nullable List<@NotNull @Valid Weight> weights,
            @Nullable Boolean normalise,
            @Min(0) @Max(10_000_000_000_000L) @Nullable Long floorPerMunicipality,
            @Min(0) @Max(10_000_000_000_000L) @Nullable Long capPerMunicipality,
            @Size(max = 40) @Nullable String floorPerInhabitant,
            @Size(max = 40) @Nullable String capPerInhabitant,
            @Nullable CallId callId,

            @Pattern(regexp = "^(ranked|proportional|score-weighted)$") @Nullable
            String rule,

            @Pattern(regexp = "^(earliest|larger|none)$") @Nullable
            String tieRule,

            @Nullable SchemeId fromSchemeId,
            @Min(2012) @Max(2100) @Nullable Integer fromYear,
            @Valid @Nullable Guarantee guarantee,
            @Valid @Nullable PhaseIn phaseIn) {}

    /** A criterion; the year of its figures is by default the population's. */
    record Weight(
            @NotBlank @Size(max = 100) String indicator,
            @Min(2012) @Max(2100) @Nullable Integer year,
            @NotNull @Size(max = 40) String weight) {}

    /** An income guarantee; the threshold is kroner per inhabitant. */
    record Guarantee(
            @NotNull @Pattern(regexp = "^(state|strict)$") String variant,
            @NotNull @Size(max = 40) String threshold) {}

    /** Which of how many equal steps. */
    record PhaseIn(
            @NotNull @Min(1) @Max(20) Integer years,
            @NotNull @Min(1) @Max(20) Integer year) {}
}
