package no.opptrapping.grant.allocation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import org.jspecify.annotations.Nullable;

/**
 * The rules of two runs, taken apart: what is limits or easing in a model can come from the other run where its pot in
 * the same place has a model of the same kind; everything else is the key. Criteria are named by the indicator and its
 * place among the run's years of it, the newest first, so that this year's figures stand where last year's stood. Works
 * on the models' JSON, so that a model has nothing to say about it.
 */
final class Rules {
    private static final List<String> LIMITS = List.of(
            "floorPerMunicipality", "capPerMunicipality", "floors", "caps", "floorPerInhabitant", "capPerInhabitant");
    private static final String GUARANTEE = "guarantee";
    private static final List<String> EASING = List.of(GUARANTEE, "phaseIn");
    /** What belongs to neither: names and sources, and what municipalities reported or were found to need. */
    private static final List<String> FACTS =
            List.of("call", "round", "costKey", "fromScheme", "fromYear", "reportYear");

    private final RunInputs[] sides;
    private final ObjectNode[] trees;
    private final Map<String, String> names0;
    private final Map<String, String> names1;

    Rules(RunInputs from, RunInputs to) {
        this.sides = new RunInputs[] {from, to};
        this.names0 = names(from);
        this.names1 = names(to);
        this.trees = new ObjectNode[] {tree(0), tree(1)};
    }

    /** What the figures of each run are called here, by the name that they have in the run. */
    Map<String, String> names(int side) {
        return side == 0 ? names0 : names1;
    }

    private static Map<String, String> names(RunInputs inputs) {
        var years = new HashMap<String, TreeSet<Integer>>();
        for (var pot : inputs.parameters().pots()) {
            pot.model()
                    .weights()
                    .forEach(weight -> years.computeIfAbsent(weight.indicator(), code -> new TreeSet<>())
                            .add(weight.year()));
        }
        var names = new HashMap<String, String>();
        years.forEach((code, all) -> {
            var place = 0;
            for (var year : all.descendingSet()) {
                names.put(code + "/" + year, code + "/" + place++);
            }
        });
        return names;
    }

    private ObjectNode tree(int side) {
        var tree = CanonicalJson.tree(sides[side].parameters().roundedTo(1));
        for (var pot : tree.withArray("pots")) {
            if (pot.get("model").get("weights") instanceof ArrayNode weights) {
                for (var weight : weights) {
                    var name = weight.get("indicator").textValue() + "/"
                            + weight.get("year").intValue();
                    var here = names(side).getOrDefault(name, name);
                    ((ObjectNode) weight).put("year", Integer.parseInt(here.substring(here.lastIndexOf('/') + 1)));
                }
            }
        }
        return tree;
    }

    /** The parameters of a world, to the krone, with the pots' sums as the run with the key has them. */
    RunParameters of(int key, int limits, int easing) {
        var mixed = trees[key].deepCopy();
        var pots = mixed.withArray("pots");
        for (var i = 0; i < pots.size(); i++) {
            take(LIMITS, (ObjectNode) pots.get(i).get("model"), model(limits, i));
            take(EASING, (ObjectNode) pots.get(i).get("model"), model(easing, i));
            takeGuarantee((ObjectNode) pots.get(i).get("model"), model(easing, i));
        }
        return CanonicalJson.read(mixed, RunParameters.class);
    }

    private @Nullable JsonNode model(int side, int pot) {
        var there = trees[side].withArray("pots").get(pot);
        return there == null ? null : there.get("model");
    }

    /** The whole framework grant has its guarantee inside what makes it whole. */
    private static void takeGuarantee(ObjectNode model, @Nullable JsonNode other) {
        if (model.get("whole") instanceof ObjectNode whole
                && other != null
                && other.get("whole") instanceof ObjectNode otherWhole) {
            take(List.of(GUARANTEE), whole, otherWhole);
        }
    }

    private static void take(List<String> names, ObjectNode model, @Nullable JsonNode other) {
        if (other == null || !Objects.equals(other.get("kind"), model.get("kind"))) {
            return;
        }
        for (var name : names) {
            if (other.has(name)) {
                model.set(name, other.get(name));
            } else {
                model.remove(name);
            }
        }
    }

    /** Whether both have as many pots, of the same kinds in the same places: then the pots' sums are appropriations. */
    boolean potsAlike() {
        return kinds(0).equals(kinds(1));
    }

    private List<JsonNode> kinds(int side) {
        var kinds = new ArrayList<JsonNode>();
        for (var pot : trees[side].withArray("pots")) {
            kinds.add(pot.get("model").get("kind"));
        }
        return kinds;
    }

    /** Whether there is more or less to divide, in all or of a pot. */
    boolean appropriationDiffers() {
        return sides[0].budget() != sides[1].budget() || (potsAlike() && !sums(0).equals(sums(1)));
    }

    private List<Optional<Long>> sums(int side) {
        return sides[side].parameters().pots().stream()
                .map(pot -> Optional.ofNullable(pot.amount()))
                .toList();
    }

    boolean keyDiffers() {
        return !neutral(0).equals(neutral(1));
    }

    boolean limitsDiffer() {
        return !of(1, 0, 1).equals(of(1, 1, 1)) || !of(0, 0, 0).equals(of(0, 1, 0));
    }

    boolean easingDiffers() {
        return !of(1, 1, 0).equals(of(1, 1, 1)) || !of(0, 0, 0).equals(of(0, 0, 1));
    }

    /** Sums and kinds of additions are the rule; dates, sources and what is known of municipalities are not. */
    private static void neutral(ObjectNode whole) {
        whole.remove(GUARANTEE);
        if (whole.get("inhabitants") instanceof ObjectNode inhabitants) {
            inhabitants.removeAll();
        }
        for (var addition : whole.withArray("additions")) {
            ((ObjectNode) addition).remove(List.of("source", "amounts"));
        }
    }

    /** What a rule is without its limits, easing and facts: what is equal here gives the same of the same. */
    private List<Object> neutral(int side) {
        var inputs = sides[side];
        var available = Math.max(1, inputs.budget() - inputs.committed().value());
        var pots = trees[side].deepCopy().withArray("pots");
        for (var i = 0; i < pots.size(); i++) {
            var pot = (ObjectNode) pots.get(i);
            var amount = inputs.parameters().pots().get(i).amount();
            pot.remove("amount");
            if (!potsAlike()) {
                pot.put(
                        "part",
                        amount == null ? "rest" : Fraction.of(amount, available).toString());
            }
            pot.remove(List.of("name", "eligible"));
            var model = (ObjectNode) pot.get("model");
            model.remove(LIMITS);
            model.remove(EASING);
            model.remove(FACTS);
            model.remove("activities");
            if (model.get("whole") instanceof ObjectNode whole) {
                neutral(whole);
            }
            if (model.get("indices") instanceof ObjectNode indices) {
                indices.remove("values");
            }
        }
        return List.of(
                pots,
                inputs.eligible() == null ? Map.of() : inputs.eligible(),
                inputs.ofFirstEngine(),
                Facts.calls(inputs).size());
    }
}
