package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Passed;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ApprovedFigures;

/** What became of the earmarked money of a year, and of what was carried into it, by groups of municipalities in the structure of any later date. */
@ApplicationScoped
public class MoneyStatistics {
    private final KnownGrants grants;
    private final ApprovedFigures approved;
    private final KnownMunicipalities municipalities;
    private final Territories territories;

    MoneyStatistics(
            KnownGrants grants, ApprovedFigures approved, KnownMunicipalities municipalities, Territories territories) {
        this.grants = grants;
        this.approved = approved;
        this.municipalities = municipalities;
        this.territories = territories;
    }

    /** The table that is asked for; its rows add up to its total. */
    public MoneyTable table(StatisticsRequest request) {
        return tables(request, List.of(request.by())).getFirst();
    }

    /** The same figures in several groupings. */
    List<MoneyTable> tables(StatisticsRequest request, List<Grouping> groupings) {
        var structure = municipalities.structure();
        var territory = territories.of(structure, request.year(), request.structureDate());
        var placed = Placed.in(
                structure,
                request.structureDate(),
                made(request.year()),
                MoneyFigures.ZERO,
                MoneyFigures::plus,
                (figures, heirs) ->
                        figures.split(heirs.stream().map(Passed::share).toList()));
        return groupings.stream()
                .map(by -> table(request.by(by), territory, placed))
                .toList();
    }

    private List<Placed.Made<MoneyFigures>> made(Year year) {
        var paid = grants.paid(year);
        Map<?, ApprovedFigures.Account> accounts = approved.accounts(year).stream()
                .collect(Collectors.toMap(ApprovedFigures.Account::awardId, Function.identity()));
        var made = new ArrayList<Placed.Made<MoneyFigures>>();
        for (var award : grants.standing(year)) {
            var figures = figures(
                    award,
                    paid.getOrDefault(award.awardId(), Kroner.ZERO),
                    Optional.ofNullable(accounts.get(award.awardId())));
            var parts = figures.splitAwarded(
                    award.participants().stream().map(KnownAward.Share::amount).toList());
            for (var i = 0; i < parts.size(); i++) {
                made.add(new Placed.Made<>(award.participants().get(i).municipalityId(), parts.get(i)));
            }
        }
        made.addAll(carriedInto(year, accounts));
        return made;
    }

    /** What was carried into the year is each participant's by the shares of the award; the recipient's where that is unknown. */
    private List<Placed.Made<MoneyFigures>> carriedInto(Year year, Map<?, ApprovedFigures.Account> accounts) {
        var carryOvers = grants.carriedInto(year);
        Map<?, KnownAward> awards = grants
                .awards(carryOvers.stream().map(KnownCarryOver::awardId).toList())
                .stream()
                .collect(Collectors.toMap(KnownAward::awardId, Function.identity()));
        return carryOvers.stream()
                .flatMap(carryOver -> carried(
                        carryOver,
                        figures(carryOver, Optional.ofNullable(accounts.get(carryOver.awardId()))),
                        Optional.ofNullable(awards.get(carryOver.awardId()))))
                .toList();
    }

    private static Stream<Placed.Made<MoneyFigures>> carried(
            KnownCarryOver carryOver, MoneyFigures figures, Optional<KnownAward> award) {
        var shares = award.map(KnownAward::participants).orElse(List.of());
        if (shares.isEmpty()) {
            return Stream.of(new Placed.Made<>(carryOver.recipient().municipalityId(), figures));
        }
        var parts = figures.split(shares.stream()
                .map(share -> BigDecimal.valueOf(share.amount().value()))
                .toList());
        return IntStream.range(0, parts.size())
                .mapToObj(i -> new Placed.Made<>(shares.get(i).municipalityId(), parts.get(i)));
    }

    private static MoneyFigures figures(KnownCarryOver carryOver, Optional<ApprovedFigures.Account> account) {
        var carriedIn = carryOver.carriedOver();
        return account.map(reported -> new MoneyFigures(
                        carriedIn,
                        Kroner.ZERO,
                        Kroner.ZERO,
                        reported.spent(),
                        reported.unspent(),
                        carriedIn.minus(reported.carriedIn())))
                .orElseGet(() ->
                        new MoneyFigures(carriedIn, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, carriedIn));
    }

    private static MoneyFigures figures(KnownAward award, Kroner paid, Optional<ApprovedFigures.Account> account) {
        return account.map(reported -> new MoneyFigures(
                        Kroner.ZERO,
                        award.amount(),
                        paid,
                        reported.spent(),
                        reported.unspent(),
                        award.amount().minus(reported.received())))
                .orElseGet(() ->
                        new MoneyFigures(Kroner.ZERO, award.amount(), paid, Kroner.ZERO, Kroner.ZERO, award.amount()));
    }

    private static MoneyTable table(StatisticsRequest request, Territory territory, Placed<MoneyFigures> placed) {
        var rows = new ArrayList<MoneyTable.Row>();
        for (var group : territory.groups(request.by())) {
            rows.add(row(group.key(), name(request.by(), group), group.municipalities(), group.population(), placed));
        }
        var everything = territory.municipalities();
        var total = row("total", Optional.empty(), everything, territory.population(everything), placed);
        if (!placed.nowhere().equals(MoneyFigures.ZERO)) {
            rows.add(new MoneyTable.Row(
                    MoneyTable.NOT_PLACED,
                    Optional.empty(),
                    0,
                    Optional.<BigDecimal>empty(),
                    placed.nowhere(),
                    Conversion.NONE));
            total = new MoneyTable.Row(
                    total.key(),
                    total.properName(),
                    total.municipalities(),
                    total.population(),
                    total.figures().plus(placed.nowhere()),
                    total.converted());
        }
        return new MoneyTable(
                request.year(), request.by(), request.structureDate(), territory.populationYear(), rows, total);
    }

    private static Optional<String> name(Grouping by, Territory.Group group) {
        return by == Grouping.MUNICIPALITY
                ? Optional.of(group.municipalities().getFirst().name())
                : Optional.empty();
    }

    private static MoneyTable.Row row(
            String key,
            Optional<String> name,
            List<KnownMunicipality> group,
            Optional<BigDecimal> population,
            Placed<MoneyFigures> placed) {
        return new MoneyTable.Row(
                key,
                name,
                group.size(),
                population,
                placed.sum(group, MoneyFigures.ZERO, MoneyFigures::plus),
                placed.conversion(group));
    }
}
