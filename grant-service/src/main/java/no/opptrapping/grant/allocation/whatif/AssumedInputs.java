package no.opptrapping.grant.allocation.whatif;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.platform.problems.BrokenRule;

/** A run's inputs with one municipality's assumptions in the place of its figures, or everything that is wrong. */
final class AssumedInputs {
    private static final Decimal MOST_PEOPLE = Decimal.of(10_000_000);
    private static final Decimal MOST = Decimal.of(10_000_000_000_000L);
    private static final int DECIMALS = 12;

    private final RunInputs inputs;
    private final Assumptions assumptions;
    private final String population;
    private final List<BrokenRule> broken = new ArrayList<>();
    private final List<WhatIf.Changed> changed = new ArrayList<>();

    AssumedInputs(RunInputs inputs, Assumptions assumptions) {
        this.inputs = inputs;
        this.assumptions = assumptions;
        this.population = "population/" + inputs.parameters().populationYear();
    }

    /** The inputs; of use only when nothing is broken. */
    RunInputs read() {
        checkModels();
        var municipality = inputs.municipalities().stream()
                .filter(one -> one.number().equals(assumptions.number().value()))
                .findFirst();
        if (municipality.isEmpty()) {
            broken.add(BrokenRule.of(
                    "whatif.municipality-in-run",
                    "query:number",
                    "number",
                    assumptions.number().value()));
        }
        var other = municipality.map(this::assumed);
        return inputs.assuming(other, appropriation());
    }

    List<BrokenRule> broken() {
        return List.copyOf(broken);
    }

    List<WhatIf.Changed> changed() {
        return List.copyOf(changed);
    }

    private void checkModels() {
        var fits = inputs.parameters().pots().stream().allMatch(pot -> isByFigures(pot.model()));
        if (!fits) {
            broken.add(BrokenRule.of("whatif.divided-by-figures", ""));
        }
    }

    private static boolean isByFigures(PotModel model) {
        return switch (model) {
            case PotModel.Objective objective -> true;
            case PotModel.Framework framework -> true;
            case PotModel.Incorporation incorporation -> true;
            case PotModel.Activity activity -> false;
            case CallModel call -> false;
        };
    }

    private RunInputs.Municipality assumed(RunInputs.Municipality own) {
        var values = new HashMap<>(own.values());
        var people = Optional.ofNullable(own.inhabitants());
        var assumedPeople =
                assumptions.inhabitants().flatMap(text -> number(text, "query:population", "population", MOST_PEOPLE));
        assumedPeople.ifPresent(number -> {
            note("population", inputs.parameters().populationYear(), people.orElse("0"), number);
            values.put(population, number);
            people.ifPresent(before -> scale(values, before, number));
        });
        for (var assumed : assumptions.ordered().entrySet()) {
            value(own, values, assumed.getKey(), assumed.getValue());
        }
        return new RunInputs.Municipality(
                own.id(),
                own.number(),
                own.name(),
                assumedPeople.or(() -> people).orElse(null),
                values);
    }

    /** Needs are ratios times inhabitants: with other inhabitants the ratio is what stays. */
    private void scale(Map<String, String> values, String before, String now) {
        inputs.indicators().stream()
                .map(RunInputs.Indicator::figures)
                .filter(figures -> isPerInhabitant(figures) && values.containsKey(figures))
                .filter(figures -> !assumptions.values().containsKey(figures))
                .forEach(figures -> product(perInhabitant(values.getOrDefault(figures, "0"), before), now)
                        .ifPresentOrElse(
                                product -> values.put(figures, product),
                                () -> outOfRange("query:population", "population", now, MOST_PEOPLE)));
    }

    /** What a run has of a ratio is the ratio times the inhabitants, and what is assumed of it is the ratio. */
    private boolean isPerInhabitant(String figures) {
        return inputs.indicators().stream()
                .anyMatch(one -> one.figures().equals(figures) && population.equals(one.times()));
    }

    private static BigDecimal perInhabitant(String product, String inhabitants) {
        var people = new BigDecimal(inhabitants);
        return people.signum() == 0
                ? BigDecimal.ZERO
                : new BigDecimal(product).divide(people, DECIMALS, RoundingMode.HALF_UP);
    }

    private static Optional<String> product(BigDecimal ratio, String inhabitants) {
        var product = ratio.multiply(new BigDecimal(inhabitants)).setScale(DECIMALS, RoundingMode.HALF_UP);
        return product.compareTo(MOST.value()) <= 0 ? Optional.of(new Decimal(product).toString()) : Optional.empty();
    }

    private void value(RunInputs.Municipality own, Map<String, String> values, String figures, String text) {
        var used = inputs.parameters().pots().stream()
                .flatMap(pot -> pot.model().weights().stream())
                .filter(one -> !one.figures().equals(population))
                .toList();
        var named = used.stream().filter(one -> one.figures().equals(figures)).findFirst();
        if (named.isEmpty()) {
            broken.add(BrokenRule.of(
                    "whatif.indicator-in-run",
                    "query:value",
                    "indicator",
                    figures,
                    "known",
                    used.stream().map(PotModel.Weight::figures).distinct().toList()));
            return;
        }
        number(text, "query:value", figures, MOST).ifPresent(number -> {
            var inRun = own.values().getOrDefault(figures, "0");
            if (!isPerInhabitant(figures)) {
                note(named.get().indicator(), named.get().year(), inRun, number);
                values.put(figures, number);
                return;
            }
            var ratio = new Decimal(perInhabitant(inRun, Objects.requireNonNullElse(own.inhabitants(), "0")));
            note(named.get().indicator(), named.get().year(), ratio.toString(), number);
            product(new BigDecimal(number), values.getOrDefault(population, "0"))
                    .ifPresentOrElse(
                            product -> values.put(figures, product),
                            () -> outOfRange("query:value", figures, text, MOST));
        });
    }

    private Optional<Long> appropriation() {
        return assumptions
                .appropriation()
                .flatMap(text -> number(text, "query:appropriation", "appropriation", MOST))
                .flatMap(number -> {
                    if (number.contains(".")) {
                        outOfRange("query:appropriation", "appropriation", number, MOST);
                        return Optional.empty();
                    }
                    if (inputs.parameters().pots().size() > 1
                            && inputs.parameters().pots().getLast().amount() != null) {
                        broken.add(BrokenRule.of("whatif.pots-of-sums", "query:appropriation"));
                        return Optional.empty();
                    }
                    var divided = inputs.budget() - inputs.committed().value();
                    note("appropriation", 0, Long.toString(divided), number);
                    return Optional.of(Long.parseLong(number));
                });
    }

    private Optional<String> number(String text, String pointer, String what, Decimal most) {
        var number = Decimal.parse(text).filter(read -> !read.isNegative() && read.compareTo(most) <= 0);
        if (number.isEmpty()) {
            outOfRange(pointer, what, text, most);
        }
        return number.map(Decimal::toString);
    }

    private void outOfRange(String pointer, String what, String text, Decimal most) {
        broken.add(
                BrokenRule.of("whatif.number-in-range", pointer, "what", what, "value", text, "most", most.toString()));
    }

    private void note(String what, int year, String inRun, String assumed) {
        changed.add(new WhatIf.Changed(what, year, inRun, assumed));
    }
}
