package no.opptrapping.municipality.conversion;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertedFigures.Flag;
import no.opptrapping.municipality.conversion.ConvertedFigures.Item;
import no.opptrapping.municipality.conversion.ConvertedFigures.NamedPart;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.ConvertRatios;
import no.opptrapping.platform.register.ConvertRatios.Averaged;
import no.opptrapping.platform.register.ConvertRatios.Ratio;
import no.opptrapping.platform.register.ConvertRatios.Source;
import no.opptrapping.platform.register.FigureStatus;
import no.opptrapping.platform.register.Part;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.values.MunicipalityId;

/** Converts ratios that somebody gave with their weights; a part's share is its share of the weight. */
final class AveragedFigures {
    private static final int DECIMALS = 10;

    private final Passage passage;
    private final ConvertedFigures.Maker maker;

    AveragedFigures(Register register, Command command, Passage passage) {
        this.passage = passage;
        this.maker = new ConvertedFigures.Maker(register, command, passage);
    }

    ConvertedFigures of(Map<MunicipalityId, Given> given) {
        var ratios = new HashMap<MunicipalityId, Ratio>();
        var weights = new HashMap<MunicipalityId, BigDecimal>();
        given.forEach((id, one) -> {
            ratios.put(id, new Ratio(Optional.of(BigDecimal.valueOf(one.value())), FigureStatus.FINAL));
            weights.put(id, one.weight().orElseThrow());
        });
        var averaged = new ConvertRatios(passage, (Set<MunicipalityId> _) -> Optional.of(weights), 0).convert(ratios);
        var absent = maker.absent(given.keySet());
        var items = maker.after().stream()
                .flatMap(listed -> Optional.ofNullable(averaged.get(listed.id()))
                        .map(one -> item(listed, one, weights, absent.getOrDefault(listed.id(), List.of())))
                        .stream())
                .toList();
        return maker.made(items, List.of(), mean(given));
    }

    private Item item(Listed listed, Averaged averaged, Map<MunicipalityId, BigDecimal> weights, List<Listed> without) {
        var sum = averaged.sources().stream()
                .map(source -> weight(source, weights))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        var parts = averaged.sources().stream()
                .map(source -> new NamedPart(maker.listedBefore(source.from()), part(source, weights, sum)))
                .sorted(Comparator.comparing(named -> named.from().number()))
                .toList();
        return new Item(listed, units(averaged.ratio()), flag(averaged, without), parts, without);
    }

    private static Part part(Source source, Map<MunicipalityId, BigDecimal> weights, BigDecimal sum) {
        return new Part(
                source.from(),
                Optional.of(units(source.ratio())),
                weight(source, weights).divide(sum, DECIMALS, RoundingMode.HALF_EVEN),
                source.portion().method(),
                source.portion().year(),
                source.ratio().status());
    }

    private static BigDecimal weight(Source source, Map<MunicipalityId, BigDecimal> weights) {
        return source.share().multiply(weights.getOrDefault(source.from(), BigDecimal.ZERO));
    }

    private static long units(Ratio ratio) {
        return ratio.value().orElseThrow().longValueExact();
    }

    private static Flag flag(Averaged averaged, List<Listed> without) {
        if (!without.isEmpty()) {
            return Flag.INCOMPLETE;
        }
        return averaged.ratio().status() == FigureStatus.ESTIMATED ? Flag.ESTIMATED : Flag.UNCHANGED;
    }

    private static long mean(Map<MunicipalityId, Given> given) {
        var sum = BigDecimal.ZERO;
        var weights = BigDecimal.ZERO;
        for (var one : given.values()) {
            var weight = one.weight().orElseThrow();
            sum = sum.add(weight.multiply(BigDecimal.valueOf(one.value())));
            weights = weights.add(weight);
        }
        return sum.divide(weights, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
