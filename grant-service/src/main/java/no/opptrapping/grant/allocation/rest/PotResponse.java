package no.opptrapping.grant.allocation.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import no.opptrapping.grant.allocation.engine.ActivityBased.ActivityDivision;
import no.opptrapping.grant.allocation.engine.Amounts;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.ByCriteria;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionDivision;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.engine.WholeGrant;
import no.opptrapping.grant.allocation.engine.WithinCeiling.CeilingDivision;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A pot as a whole: what it divided, and what only some ways of dividing have. */
@Schema(name = "PotResult")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PotResponse(
        @Schema(maxLength = 100) String name,
        Kroner budget,
        Kroner sum,
        Kroner undistributed,

        @Schema(description = "What imported need indices were multiplied by; twelve decimals", maxLength = 40)
        @Nullable
        String factor,

        @Schema(description = "Left out because imported need indices lack them", maxItems = 1000) @Nullable
        List<MunicipalityNumber> excluded,

        @Schema(description = "Whether there was enough for every application") @Nullable
        Boolean sufficient,

        @Schema(description = "What positions of earlier years left for new ones, or the first round for the second")
        @Nullable
        Kroner leftForNew,

        @Schema(description = "Positions of earlier years took all there was") @Nullable
        Boolean newGetNothing,

        @Schema(description = "The unit price after a cut, if there was one; six decimals", maxLength = 40) @Nullable
        String unitPriceUsed,

        @Schema(
                description =
                        "What the expenditure equalisation sums to: exactly zero, but for published needs beside another sum")
        @Nullable
        Kroner equalisationSum,

        @Schema(description = "What the guarantee costs some and gives others: exactly zero") @Nullable
        Kroner netSum,

        @Schema(description = "Kroner per inhabitant, two decimals", maxLength = 40) @Nullable
        String nationalChangePerInhabitant,

        @Schema(description = "Framework less earmarked money, the whole country") @Nullable
        Kroner nationalChange,

        @Nullable WholeTotals whole) {
    /** The whole framework grant's sums: what is given, what is equalised, and what of both was earmarked before. */
    @Schema(name = "WholeFrameworkTotals")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WholeTotals(
            @Schema(description = "The calculated need of the country, kroner; two decimals", maxLength = 40)
            String totalNeed,

            @Schema(description = "The same per inhabitant, kroner; two decimals", maxLength = 40)
            String meanNeed,

            @Schema(description = "The grant per inhabitant, kroner; two decimals", maxLength = 40)
            String perInhabitant,

            @Schema(description = "What is given by amounts of its own")
            Kroner additions,

            @Schema(description = "What was an earmarked grant before") @Nullable
            Kroner incorporated,

            @Schema(description = "The same as a part of the grant; eight decimals", maxLength = 40) @Nullable
            String incorporatedOfGrant,

            @Schema(
                    description = "The same as a part of the calculated need, and so of its key; eight decimals",
                    maxLength = 40)
            @Nullable
            String incorporatedOfNeed) {
        static @Nullable WholeTotals of(FrameworkDivision of) {
            if (of.whole().isEmpty() || of.lines().isEmpty()) {
                return null;
            }
            var total = of.whole().get();
            var part = of.lines().getFirst().whole();
            return new WholeTotals(
                    total.need().rounded(2).toPlainString(),
                    part.map(WholeGrant.Part::mean)
                            .orElse(Fraction.ZERO)
                            .rounded(2)
                            .toPlainString(),
                    part.map(WholeGrant.Part::rate)
                            .orElse(Fraction.ZERO)
                            .rounded(2)
                            .toPlainString(),
                    total.additions(),
                    total.incorporated().orElse(null),
                    total.incorporated()
                            .filter(_ -> of.budget().isPositive())
                            .map(kroner -> Fraction.of(kroner.value())
                                    .over(Fraction.of(of.budget().value()))
                                    .rounded(8)
                                    .toPlainString())
                            .orElse(null),
                    total.ofNeed()
                            .map(share -> share.rounded(8).toPlainString())
                            .orElse(null));
        }
    }

    static PotResponse of(Pots.Divided pot) {
        return switch (pot.division()) {
            case ByCriteria of ->
                new PotResponse(pot, factor(of.factor()), numbers(of.excluded()), null, null, null, null, null);
            case ApplicationDivision of -> new PotResponse(pot, null, null, of.sufficient(), null, null, null, null);
            case PositionDivision of ->
                new PotResponse(pot, null, null, null, of.leftForNew(), of.newGetNothing(), null, null);
            case CeilingDivision of ->
                new PotResponse(pot, factor(of.factor()), numbers(of.excluded()), null, of.left(), null, null, null);
            case ActivityDivision of ->
                new PotResponse(
                        pot,
                        null,
                        null,
                        null,
                        null,
                        null,
                        of.unitPriceUsed().rounded(6).toPlainString(),
                        null);
            case FrameworkDivision of ->
                new PotResponse(pot, factor(of.factor()), numbers(of.excluded()), null, null, null, null, of);
            case Amounts of -> new PotResponse(pot, null, null, null, null, null, null, null);
        };
    }

    private PotResponse(
            Pots.Divided pot,
            @Nullable String factor,
            @Nullable List<MunicipalityNumber> excluded,
            @Nullable Boolean sufficient,
            @Nullable Kroner leftForNew,
            @Nullable Boolean newGetNothing,
            @Nullable String unitPriceUsed,
            @Nullable FrameworkDivision framework) {
        this(
                pot.name(),
                pot.division().budget(),
                pot.division().sum(),
                pot.division().undistributed(),
                factor,
                excluded,
                sufficient,
                leftForNew,
                newGetNothing,
                unitPriceUsed,
                framework == null
                        ? null
                        : Kroner.sum(framework.lines().stream()
                                .map(FrameworkLine::equalisation)
                                .toList()),
                framework == null || !hasNet(framework) ? null : net(framework),
                framework == null
                        ? null
                        : framework
                                .nationalChange()
                                .map(change -> change.rounded(2).toPlainString())
                                .orElse(null),
                framework == null || framework.nationalChange().isEmpty() ? null : change(framework),
                framework == null ? null : WholeTotals.of(framework));
    }

    private static @Nullable String factor(Fraction factor) {
        return factor.equals(Fraction.of(1)) ? null : factor.rounded(12).toPlainString();
    }

    private static @Nullable List<MunicipalityNumber> numbers(List<Recipient> excluded) {
        return excluded.isEmpty()
                ? null
                : excluded.stream().map(Recipient::number).toList();
    }

    /** In a phase-in to another sum the year's total is not what the key divided, and what is between them no net. */
    private static boolean hasNet(FrameworkDivision framework) {
        return framework.nationalChange().isPresent()
                && (framework.whole().isPresent() || framework.budget().equals(framework.byKey()));
    }

    private static Kroner net(FrameworkDivision framework) {
        return Kroner.sum(framework.lines().stream()
                .flatMap(line -> line.step().stream())
                .map(step -> step.net())
                .toList());
    }

    private static Kroner change(FrameworkDivision framework) {
        return Kroner.sum(framework.lines().stream()
                .flatMap(line -> line.step().stream())
                .map(step -> step.framework().minus(step.before()))
                .toList());
    }
}
