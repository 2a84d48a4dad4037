package no.opptrapping.grant.allocation.changes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each municipality in two runs, old (0) and new (1), in the newer structure. What only one of them
 * knows has not changed: it stands in both. An application or a promise is a fact of everybody who takes part in it.
 */
final class Facts {
    private final List<RunInputs.Municipality> there;
    private final RunInputs[] sides;
    private final List<Map<Integer, Map<String, Long>>> before;
    private final List<List<RunInputs.Municipality>> rows;
    private final List<List<List<RunInputs.Application>>> applications;

    Facts(List<RunInputs.Municipality> there, RunInputs from, RunInputs to, Rules rules) {
        this.there = List.copyOf(there);
        this.sides = new RunInputs[] {from, to};
        this.before = List.of(before(from), before(to));
        this.rows = SharedFigures.of(there, from, to, rules);
        this.applications = List.of(byCall(0), byCall(1));
    }

    int size() {
        return there.size();
    }

    /** Everybody's rows of both sides, for whoever reads them once. */
    List<RunInputs.Municipality> allRows() {
        return rows.stream().flatMap(List::stream).toList();
    }

    /** The calls whose applications are divided, each once. */
    static List<String> calls(RunInputs inputs) {
        return inputs.parameters().pots().stream()
                .flatMap(pot -> pot.model().byCall().stream())
                .map(CallModel::call)
                .distinct()
                .toList();
    }

    /** Each side's applications by the place of their call; the other's where the run has no call there. */
    private List<List<RunInputs.Application>> byCall(int side) {
        var own = calls(sides[side]);
        var other = calls(sides[1 - side]);
        var all = new ArrayList<List<RunInputs.Application>>();
        for (var place = 0; place < Math.max(own.size(), other.size()); place++) {
            var from = place < own.size() ? side : 1 - side;
            var call = (place < own.size() ? own : other).get(place);
            all.add(sides[from].applications().stream()
                    .filter(one -> one.call().equals(call))
                    .toList());
        }
        return all;
    }

    boolean differ() {
        for (var i = 0; i < size(); i++) {
            if (differFor(i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything that is known of the municipality has changed. */
    boolean differFor(int i) {
        var number = there.get(i).number();
        return !rows.get(0).get(i).equals(rows.get(1).get(i))
                || !applicationsOf(0, number).equals(applicationsOf(1, number))
                || !promisesOf(0, number).equals(promisesOf(1, number))
                || !modelsOf(0, number).equals(modelsOf(1, number));
    }

    private List<Object> applicationsOf(int side, String number) {
        var own = new ArrayList<Object>();
        applications
                .get(side)
                .forEach(call -> own.add(call.stream()
                        .filter(one -> isOf(one, number))
                        .map(one -> one.to("", one.municipality(), one.number(), one.participants()))
                        .toList()));
        return own;
    }

    private List<RunInputs.Commitment> promisesOf(int side, String number) {
        return sides[side].promised().stream().filter(one -> isOf(one, number)).toList();
    }

    /** What the models themselves know of the municipality: an index, units, and what it had before. */
    private List<Object> modelsOf(int side, String number) {
        var facts = new ArrayList<Object>();
        var pots = Math.max(
                sides[0].parameters().pots().size(),
                sides[1].parameters().pots().size());
        for (var pot = 0; pot < pots; pot++) {
            var model = model(side, pot);
            var other = model(1 - side, pot);
            facts.add(
                    model != null && model.indices() != null && other != null && other.indices() != null
                            ? Objects.requireNonNullElse(
                                    model.indices().values().get(number), "")
                            : "");
            facts.add(
                    model instanceof PotModel.Activity own && other instanceof PotModel.Activity
                            ? own.activities().stream()
                                            .filter(one -> one.number().equals(number))
                                            .toList()
                                    + (isApproved(side, number) ? "+" : "-")
                            : "");
            facts.add(
                    model != null
                                    && model.step().isPresent()
                                    && other != null
                                    && other.step().isPresent()
                            ? before(side, pot).getOrDefault(number, 0L)
                            : 0L);
            facts.add(WholeFacts.of(model, other, number));
        }
        return facts;
    }

    private @Nullable PotModel model(int side, int pot) {
        var pots = sides[side].parameters().pots();
        return pot < pots.size() ? pots.get(pot).model() : null;
    }

    private boolean isApproved(int side, String number) {
        var approved = sides[side].approved();
        return approved != null && approved.contains(number);
    }

    private Map<String, Long> before(int side, int pot) {
        return before.get(side).getOrDefault(pot, Map.of());
    }

    /** What each had of the earmarked scheme that a pot begins with, by the pots that do. */
    private static Map<Integer, Map<String, Long>> before(RunInputs inputs) {
        var pots = inputs.parameters().pots();
        var all = new HashMap<Integer, Map<String, Long>>();
        for (var pot = 0; pot < pots.size(); pot++) {
            var amounts = new TreeMap<String, Long>();
            pots.get(pot)
                    .model()
                    .step()
                    .ifPresent(step -> inputs.before().stream()
                            .filter(one -> one.scheme().equals(step.fromScheme()) && one.year() == step.fromYear())
                            .forEach(one -> amounts.put(one.number(), one.amount())));
            all.put(pot, amounts);
        }
        return all;
    }

    static boolean isOf(RunInputs.Application one, String number) {
        return one.number().equals(number)
                || one.participants().stream().anyMatch(part -> part.number().equals(number));
    }

    static boolean isOf(RunInputs.Commitment one, String number) {
        return one.number().equals(number)
                || one.participants().stream().anyMatch(part -> part.number().equals(number));
    }

    /** Everybody's facts of one side. */
    Chosen all(int side) {
        return new Chosen(side, side, -1);
    }

    /** One municipality's facts of one side and everybody else's of the other. */
    Chosen apart(int municipality, int own) {
        return new Chosen(own, 1 - own, municipality);
    }

    /** The facts of a world. */
    final class Chosen {
        private final int own;
        private final int others;
        private final int municipality;
        private final String number;

        private Chosen(int own, int others, int municipality) {
            this.own = own;
            this.others = others;
            this.municipality = municipality;
            this.number = municipality < 0 ? "" : there.get(municipality).number();
        }

        List<RunInputs.Municipality> municipalities() {
            if (municipality < 0) {
                return rows.get(others);
            }
            var mixed = new ArrayList<>(rows.get(others));
            mixed.set(municipality, rows.get(own).get(municipality));
            return mixed;
        }

        /** The applications, to the calls of the run whose key it is. */
        List<RunInputs.Application> applications(int key) {
            var calls = calls(sides[key]);
            var all = new ArrayList<RunInputs.Application>();
            for (var place = 0; place < calls.size(); place++) {
                var call = calls.get(place);
                var mine = new HashSet<String>();
                for (var one : Facts.this.applications.get(own).get(place)) {
                    if (municipality < 0 || isOf(one, number)) {
                        mine.add(one.reference());
                        all.add(one.call().equals(call) ? one : to(call, one));
                    }
                }
                for (var one : Facts.this.applications.get(others).get(place)) {
                    if (municipality >= 0 && !isOf(one, number) && !mine.contains(one.reference())) {
                        all.add(one.call().equals(call) ? one : to(call, one));
                    }
                }
            }
            return all;
        }

        private static RunInputs.Application to(String call, RunInputs.Application one) {
            return one.to(call, one.municipality(), one.number(), one.participants());
        }

        List<RunInputs.Commitment> promises() {
            var all = new ArrayList<RunInputs.Commitment>();
            sides[own].promised().stream()
                    .filter(one -> municipality < 0 || isOf(one, number))
                    .forEach(all::add);
            sides[others].promised().stream()
                    .filter(one -> municipality >= 0 && !isOf(one, number))
                    .forEach(all::add);
            return all;
        }

        /** What municipalities had, under the names of the run whose key it is. */
        List<RunInputs.Before> before(int key) {
            var all = new ArrayList<RunInputs.Before>();
            var pots = sides[key].parameters().pots();
            for (var pot = 0; pot < pots.size(); pot++) {
                var step = pots.get(pot).model().step();
                if (step.isPresent()) {
                    var other = Facts.this.model(1 - key, pot);
                    var both = other != null && other.step().isPresent();
                    choose(Facts.this.before(both ? own : key, pot), Facts.this.before(both ? others : key, pot))
                            .forEach((one, amount) -> all.add(new RunInputs.Before(
                                    step.get().fromScheme(), step.get().fromYear(), one, amount)));
                }
            }
            return all;
        }

        private <T> Map<String, T> choose(Map<String, T> mine, Map<String, T> theirs) {
            var chosen = new TreeMap<>(theirs);
            if (municipality >= 0) {
                chosen.remove(number);
                if (mine.containsKey(number)) {
                    chosen.put(number, mine.get(number));
                }
            }
            return chosen;
        }

        @Nullable
        List<String> approved(int key) {
            if (sides[key].approved() == null) {
                return null;
            }
            var theirs = sides[others].approved() == null ? key : others;
            var mine = sides[own].approved() == null ? key : own;
            var chosen = new ArrayList<>(Objects.requireNonNull(sides[theirs].approved()));
            if (municipality >= 0) {
                chosen.remove(number);
                if (isApproved(mine, number)) {
                    chosen.add(number);
                }
            }
            return chosen;
        }

        /** The model of the run whose key it is, with what municipalities were found to need or reported. */
        PotModel model(PotModel rule, int key, int pot) {
            var other = Facts.this.model(1 - key, pot);
            if (other == null || other.getClass() != rule.getClass()) {
                return rule;
            }
            if (rule.indices() != null && other.indices() != null) {
                var found = rule.withIndices(new PotModel.Indices(
                        choose(indices(own, pot), indices(others, pot)),
                        rule.indices().whenMissing(),
                        rule.indices().tolerance()));
                return whole(found, pot);
            }
            if (rule.whole() != null) {
                return whole(rule, pot);
            }
            return rule instanceof PotModel.Activity activity
                    ? activity.withActivities(List.copyOf(
                            choose(units(own, pot), units(others, pot)).values()))
                    : rule;
        }

        private PotModel whole(PotModel rule, int pot) {
            return WholeFacts.chosen(rule, Facts.this.model(own, pot), Facts.this.model(others, pot), this::choose);
        }

        private Map<String, String> indices(int side, int pot) {
            var model = Facts.this.model(side, pot);
            return model == null || model.indices() == null
                    ? Map.of()
                    : model.indices().values();
        }

        private Map<String, PotModel.Units> units(int side, int pot) {
            var units = new TreeMap<String, PotModel.Units>();
            if (Facts.this.model(side, pot) instanceof PotModel.Activity activity) {
                activity.activities().forEach(one -> units.put(one.number(), one));
            }
            return units;
        }
    }
}
