package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A run's amounts, a page at a time, and its sums, which are the whole run's on every page. */
@Schema(name = "AllocationResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ResultResponse(
        @Schema(maxItems = 500) List<Item> items,
        @Schema(maxLength = 512) @Nullable String next,
        Kroner budget,
        Kroner sum,
        Kroner undistributed,
        @Schema(maxItems = 20) List<PotResponse> pots,

        @Schema(description = "What earlier awards promised of the year; it is off the budget", maxItems = 1000)
        List<Commitment> commitments) {
    /** A promise of an earlier award that the run keeps. */
    @Schema(name = "ResultCommitment")
    record Commitment(
            UUID awardId,
            @Schema(maxLength = 100) String reference,
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,
            Kroner amount) {}

    static List<Commitment> commitments(ComputedRun run) {
        return run.inputs().promised().stream()
                .map(one -> new Commitment(
                        UUID.fromString(one.award()),
                        one.reference(),
                        new MunicipalityNumber(one.number()),
                        run.municipality(new MunicipalityNumber(one.number()))
                                .map(RunInputs.Municipality::name)
                                .orElse(one.number()),
                        Kroner.of(one.amount())))
                .toList();
    }

    /** What one recipient gets from one pot. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "ResultItem")
    record Item(
            @Schema(maxLength = 100) String pot,
            MunicipalityNumber number,
            @Nullable UUID municipalityId,
            @Schema(maxLength = 200) @Nullable String name,
            @Nullable UUID applicationId,
            @Schema(maxLength = 100) @Nullable String reference,
            Kroner amount,

            @Schema(description = "Kroner, two decimals", maxLength = 30) @Nullable
            String perInhabitant,

            @Nullable Kroner before,
            @Nullable Kroner framework,
            @Nullable Kroner perInhabitantPart,
            @Nullable Kroner equalisation,

            @Schema(description = "Kroner, two decimals", maxLength = 30) @Nullable
            String equalisationPerInhabitant,

            @Schema(description = "What a whole framework grant gives beside its two sums") @Nullable
            Kroner additions,

            @Schema(description = "The part of the amount that was an earmarked grant before") @Nullable
            Kroner incorporated,

            @Nullable Kroner change,

            @Schema(description = "Kroner, two decimals", maxLength = 30) @Nullable
            String changePerInhabitant,

            @Schema(description = "To the nearest krone; exactly in easing") @Nullable
            Kroner compensation,

            @Schema(description = "To the nearest krone; exactly in easing") @Nullable
            Kroner deduction,

            @Schema(
                    description =
                            "What eased the step, to the øre: compensation - deduction + phaseIn + rounding is net")
            @Nullable
            Easing easing,

            @Nullable Kroner net,

            @Schema(enumeration = {"receives", "pays", "neither"}) @Nullable
            String receivesOrPays) {}

    static Item item(ComputedRun run, PotLine one) {
        var line = one.line();
        var municipality = run.municipality(line.recipient().number());
        var application = run.application(line);
        var framework = one.framework();
        var step = framework.flatMap(FrameworkLine::step);
        var whole = framework.flatMap(FrameworkLine::whole);
        var easing = step.map(PotLine::easing);
        return new Item(
                one.pot().name(),
                line.recipient().number(),
                municipality
                        .map(RunInputs.Municipality::id)
                        .or(() -> application.map(RunInputs.Application::municipality))
                        .map(UUID::fromString)
                        .orElse(null),
                municipality.map(RunInputs.Municipality::name).orElse(null),
                application.map(RunInputs.Application::id).map(UUID::fromString).orElse(null),
                application.map(RunInputs.Application::reference).orElse(null),
                line.amount(),
                municipality
                        .flatMap(known -> perInhabitant(line.amount(), known))
                        .orElse(null),
                step.map(Incorporation.Step::before).orElse(null),
                framework.map(FrameworkLine::framework).orElse(null),
                framework.map(FrameworkLine::perInhabitantPart).orElse(null),
                framework.map(FrameworkLine::equalisation).orElse(null),
                framework
                        .filter(of -> of.inhabitants().signum() > 0)
                        .map(of -> Fraction.of(of.equalisation().value())
                                .over(of.inhabitants())
                                .rounded(2)
                                .toPlainString())
                        .orElse(null),
                whole.map(WholeGrant.Part::additions).orElse(null),
                whole.flatMap(WholeGrant.Part::incorporated).orElse(null),
                step.map(Incorporation.Step::change).orElse(null),
                step.map(Incorporation.Step::changePerInhabitant)
                        .map(change -> change.rounded(2).toPlainString())
                        .orElse(null),
                easing.map(of -> of.compensation().rounded()).orElse(null),
                easing.map(of -> of.deduction().rounded()).orElse(null),
                easing.orElse(null),
                step.map(Incorporation.Step::net).orElse(null),
                step.map(Incorporation.Step::direction)
                        .map(direction -> direction.name().toLowerCase(Locale.ROOT))
                        .orElse(null));
    }

    /** Kroner per inhabitant with two decimals; empty where the inhabitants are unknown or none. */
    static Optional<String> perInhabitant(Kroner amount, RunInputs.Municipality municipality) {
        return Optional.ofNullable(municipality.inhabitants())
                .map(Decimal::of)
                .filter(Decimal::isPositive)
                .map(inhabitants -> Fraction.of(amount.value())
                        .over(inhabitants.toFraction())
                        .rounded(2)
                        .toPlainString());
    }
}
