package no.opptrapping.grant.allocation.changes;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.engine.Split;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.inputs.WholeFramework;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * A run's inputs in the newer run's municipalities. Counts, people, kroner and units add up in a merger and follow the
 * people in a split; an imported index is the mean of its predecessors' weighted by people; who is eligible stays so; a
 * merged municipality is capped where all that it came from were. A split figure keeps its decimals, by the largest
 * remainder, so that it has the same sum.
 */
final class MovedInputs {
    private static final int DECIMALS = 12;

    private final RunInputs inputs;
    private final Lineage lineage;
    private final Map<String, RunInputs.Municipality> byNumber = new HashMap<>();
    /** The municipalities and their parts that each of the newer ones came from. */
    private final Map<MunicipalityId, List<From>> origins = new HashMap<>();

    /** A part of a municipality: which of its heirs, in the lineage's order. */
    private record From(RunInputs.Municipality municipality, List<Fraction> shares, int heir) {
        /** The heir's part of a figure; null where it is unknown. */
        @Nullable
        BigDecimal part(@Nullable String figure) {
            if (figure == null || shares.size() == 1) {
                return figure == null ? null : new BigDecimal(figure);
            }
            var value = new BigDecimal(figure);
            var parts = Split.inProportion(Kroner.of(value.unscaledValue().longValueExact()), shares);
            return BigDecimal.valueOf(parts.get(heir).value(), value.scale());
        }
    }

    private MovedInputs(RunInputs inputs, Lineage lineage) {
        this.inputs = inputs;
        this.lineage = lineage;
        for (var municipality : inputs.municipalities()) {
            byNumber.put(municipality.number(), municipality);
            var heirs = lineage.of(municipality.identity());
            var shares = heirs.stream().map(Successor::share).toList();
            for (var i = 0; i < heirs.size(); i++) {
                origins.computeIfAbsent(heirs.get(i).municipality(), one -> new ArrayList<>())
                        .add(new From(municipality, shares, i));
            }
        }
    }

    /** The inputs, of those of the newer run's municipalities that came of theirs. */
    static RunInputs of(RunInputs inputs, List<RunInputs.Municipality> there, Lineage lineage) {
        var moved = new MovedInputs(inputs, lineage);
        var pots = moved.pots();
        return inputs.over(
                inputs.parameters().with(pots),
                inputs.budget(),
                there.stream()
                        .filter(one -> moved.origins.containsKey(one.identity()))
                        .map(moved::municipality)
                        .toList(),
                inputs.applications().stream().map(moved::application).toList(),
                moved.before(),
                moved.eligible(),
                inputs.approved() == null ? null : moved.heirs(inputs.approved()),
                inputs.commitments() == null
                        ? null
                        : inputs.commitments().stream().map(moved::commitment).toList());
    }

    private RunInputs.Municipality municipality(RunInputs.Municipality there) {
        var origin = origins.getOrDefault(there.identity(), List.of());
        var names = new HashSet<String>();
        origin.forEach(from -> names.addAll(from.municipality().values().keySet()));
        var values = new HashMap<String, String>();
        for (var name : names) {
            var value = sum(origin, one -> one.values().get(name));
            if (value != null) {
                values.put(name, value);
            }
        }
        return new RunInputs.Municipality(
                there.id(), there.number(), there.name(), sum(origin, RunInputs.Municipality::inhabitants), values);
    }

    /** Unknown when a part of it is. */
    private static @Nullable String sum(List<From> origin, Function<RunInputs.Municipality, @Nullable String> figure) {
        var sum = BigDecimal.ZERO;
        for (var from : origin) {
            var part = from.part(figure.apply(from.municipality()));
            if (part == null) {
                return null;
            }
            sum = sum.add(part);
        }
        return plain(sum);
    }

    private static String plain(BigDecimal value) {
        var stripped = value.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }

    private RunInputs.Application application(RunInputs.Application one) {
        return lineage.largest(one.municipality())
                .map(heir -> one.to(
                        one.call(),
                        heir.municipality().toString(),
                        lineage.number(heir.municipality()).orElse(one.number()),
                        lineage.participants(one.municipality(), one.participants(), one.asked())))
                .orElse(one);
    }

    private RunInputs.Commitment commitment(RunInputs.Commitment one) {
        return lineage.largest(one.municipality())
                .map(heir -> one.to(
                        heir.municipality().toString(),
                        lineage.number(heir.municipality()).orElse(one.number()),
                        lineage.participants(one.municipality(), one.participants(), one.amount())))
                .orElse(one);
    }

    private record Earmarked(String scheme, int year) {}

    private List<RunInputs.Before> before() {
        var amounts = new LinkedHashMap<Earmarked, Map<String, Long>>();
        inputs.before()
                .forEach(one -> amounts.computeIfAbsent(
                                new Earmarked(one.scheme(), one.year()), named -> new TreeMap<>())
                        .merge(one.number(), one.amount(), Long::sum));
        var moved = new ArrayList<RunInputs.Before>();
        amounts.forEach((of, each) -> kroner(each, 1)
                .forEach((number, amount) -> moved.add(new RunInputs.Before(of.scheme(), of.year(), number, amount))));
        return moved;
    }

    /** Kroner by number, moved in whole units. */
    private Map<String, Long> kroner(Map<String, Long> amounts, long unit) {
        var byIdentity = new HashMap<MunicipalityId, Kroner>();
        amounts.forEach((number, amount) -> {
            var municipality = byNumber.get(number);
            if (municipality != null) {
                byIdentity.merge(municipality.identity(), Kroner.of(amount / unit), Kroner::plus);
            }
        });
        var moved = new TreeMap<String, Long>();
        lineage.moved(byIdentity)
                .amounts()
                .forEach((id, amount) ->
                        lineage.number(id).ifPresent(number -> moved.put(number, amount.value() * unit)));
        return moved;
    }

    private @Nullable Map<String, List<String>> eligible() {
        if (inputs.eligible() == null) {
            return null;
        }
        var moved = new TreeMap<String, List<String>>();
        inputs.eligible().forEach((pot, numbers) -> moved.put(pot, heirs(numbers)));
        var pots = inputs.parameters().pots();
        for (var i = 0; i < pots.size(); i++) {
            if (pots.get(i).exclusive()) {
                keepOut(moved, Integer.toString(i));
            }
        }
        return moved;
    }

    /** Who has taken over from one in an exclusive pot is in no other, whoever else it has taken over from. */
    private static void keepOut(Map<String, List<String>> eligible, String exclusive) {
        var inside = Set.copyOf(eligible.getOrDefault(exclusive, List.of()));
        eligible.replaceAll((pot, numbers) -> pot.equals(exclusive)
                ? numbers
                : numbers.stream().filter(one -> !inside.contains(one)).toList());
    }

    private List<String> heirs(List<String> numbers) {
        var moved = new TreeSet<String>();
        numbers.stream()
                .map(byNumber::get)
                .filter(Objects::nonNull)
                .flatMap(one -> lineage.of(one.identity()).stream())
                .map(Successor::municipality)
                .forEach(id -> lineage.number(id).ifPresent(moved::add));
        return List.copyOf(moved);
    }

    private List<RunParameters.Pot> pots() {
        return inputs.parameters().pots().stream()
                .map(pot -> pot.with(pot.amount(), model(pot.model())))
                .toList();
    }

    private PotModel model(PotModel model) {
        var moved = model.indices() == null ? model : model.withIndices(indices(model.indices()));
        return switch (moved) {
            case PotModel.Objective objective ->
                objective.withLimits(
                        objective.floors() == null
                                ? null
                                : kroner(objective.floors(), inputs.parameters().unit()),
                        objective.caps() == null ? null : caps(objective.caps()));
            case PotModel.Activity activity -> activity.withActivities(activities(activity));
            case PotModel.Framework framework ->
                framework.whole() == null ? framework : framework.withWhole(whole(framework.whole()));
            case PotModel.Incorporation incorporation -> incorporation;
            case CallModel.Ceiling ceiling when ceiling.told() != null -> ceiling.withTold(kroner(ceiling.told(), 1));
            case CallModel call -> call;
        };
    }

    /** What makes a framework grant whole: inhabitants as figures, and what is given and guaranteed as kroner. */
    private WholeFramework whole(WholeFramework whole) {
        var inhabitants = whole.inhabitants();
        var guarantee = whole.guarantee();
        return whole.with(
                inhabitants == null
                        ? null
                        : new WholeFramework.Inhabitants(
                                inhabitants.date(), inhabitants.source(), figures(inhabitants.values())),
                whole.additions().stream()
                        .map(one -> new WholeFramework.Addition(one.kind(), one.source(), kroner(one.amounts(), 1)))
                        .toList(),
                guarantee == null
                        ? null
                        : new WholeFramework.WholeGuarantee(
                                guarantee.threshold(),
                                guarantee.source(),
                                kroner(guarantee.before(), 1),
                                guarantee.after() == null ? null : kroner(guarantee.after(), 1)));
    }

    private Map<String, String> figures(Map<String, String> byOldNumber) {
        var moved = new TreeMap<String, String>();
        origins.forEach((id, origin) -> lineage.number(id).ifPresent(number -> {
            var sum = sum(origin, one -> byOldNumber.get(one.number()));
            if (sum != null) {
                moved.put(number, sum);
            }
        }));
        return moved;
    }

    private Map<String, Long> caps(Map<String, Long> caps) {
        var moved = kroner(caps, inputs.parameters().unit());
        origins.forEach((id, origin) -> {
            if (origin.stream()
                    .anyMatch(from -> !caps.containsKey(from.municipality().number()))) {
                lineage.number(id).ifPresent(moved::remove);
            }
        });
        return moved;
    }

    /** Only units that count are moved to those that took over. */
    private List<PotModel.Units> activities(PotModel.Activity activity) {
        var approved = inputs.approved() == null ? Set.<String>of() : Set.copyOf(inputs.approved());
        var counted = new HashMap<String, String>();
        activity.activities()
                .forEach(one -> counted.put(one.number(), approved.contains(one.number()) ? one.units() : "0"));
        var units = new ArrayList<PotModel.Units>();
        origins.forEach((id, origin) -> lineage.number(id).ifPresent(number -> {
            var sum = sum(origin, one -> counted.getOrDefault(one.number(), "0"));
            if (sum != null
                    && origin.stream()
                            .anyMatch(from ->
                                    counted.containsKey(from.municipality().number()))) {
                units.add(new PotModel.Units(number, sum));
            }
        }));
        units.sort(Comparator.comparing(PotModel.Units::number));
        return units;
    }

    private PotModel.Indices indices(PotModel.Indices imported) {
        var values = new TreeMap<String, String>();
        origins.forEach((id, origin) -> lineage.number(id).ifPresent(number -> {
            var index = index(origin, imported.values());
            if (index != null) {
                values.put(number, index);
            }
        }));
        return new PotModel.Indices(values, imported.whenMissing(), imported.tolerance());
    }

    private static @Nullable String index(List<From> origin, Map<String, String> values) {
        if (origin.size() == 1) {
            return values.get(origin.getFirst().municipality().number());
        }
        var people = Fraction.ZERO;
        var need = Fraction.ZERO;
        for (var from : origin) {
            var index = values.get(from.municipality().number());
            var part = from.part(from.municipality().inhabitants());
            if (index == null || part == null) {
                return null;
            }
            var there = new Decimal(part).toFraction();
            people = people.plus(there);
            need = need.plus(there.times(Decimal.of(index).toFraction()));
        }
        return people.signum() == 0 ? null : plain(need.over(people).rounded(DECIMALS));
    }
}
