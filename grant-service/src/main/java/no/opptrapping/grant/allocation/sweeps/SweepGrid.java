package no.opptrapping.grant.allocation.sweeps;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import no.opptrapping.grant.allocation.inputs.CanonicalJson;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/** Every combination of the points of some axes, the last axis changing fastest: the parameters of each scenario. */
public final class SweepGrid {
    /** How many scenarios one sweep may have. */
    public static final int MOST_SCENARIOS = 200_000;

    private final RunParameters base;
    private final ObjectNode tree;
    private final List<Steps> axes;
    private final int scenarios;

    /** Parameters that change together, and the values that they have at each point, one for each, as texts. */
    public record Axis(List<String> pointers, List<List<String>> values) {
        public Axis {
            pointers = List.copyOf(pointers);
            values = values.stream().map(List::copyOf).toList();
        }
    }

    private record Steps(List<SweepSetting> settings, List<List<String>> texts, List<List<JsonNode>> values) {}

    private SweepGrid(RunParameters base, List<Steps> axes, int scenarios) {
        this.base = base;
        this.tree = CanonicalJson.tree(base);
        this.axes = axes;
        this.scenarios = scenarios;
    }

    /** The grid; empty when {@code broken} has been added to. */
    static Optional<SweepGrid> of(RunParameters base, List<Axis> axes, List<BrokenRule> broken) {
        var before = broken.size();
        var tree = CanonicalJson.tree(base);
        var steps = new ArrayList<Steps>();
        var seen = new HashSet<String>();
        var scenarios = 1L;
        for (var i = 0; i < axes.size(); i++) {
            steps.add(steps(axes.get(i), "/axes/" + i, tree, seen, broken));
            scenarios = Math.min(scenarios * axes.get(i).values().size(), Integer.MAX_VALUE);
        }
        if (scenarios > MOST_SCENARIOS) {
            broken.add(BrokenRule.of(
                    "allocation.sweep-not-too-large", "/axes", "scenarios", scenarios, "most", MOST_SCENARIOS));
        }
        if (broken.size() > before) {
            return Optional.empty();
        }
        var grid = new SweepGrid(base, steps, (int) scenarios);
        grid.checkLimits(broken);
        return broken.size() > before ? Optional.empty() : Optional.of(grid);
    }

    private static Steps steps(Axis axis, String at, JsonNode tree, Set<String> seen, List<BrokenRule> broken) {
        var settings = new ArrayList<SweepSetting>();
        for (var k = 0; k < axis.pointers().size(); k++) {
            var pointer = axis.pointers().get(k);
            var here = at + "/pointers/" + k;
            var setting = SweepSetting.of(pointer).filter(found -> found.fits(tree));
            if (setting.isEmpty()) {
                broken.add(BrokenRule.of("allocation.sweep-pointer-known", here, "pointer", pointer));
            } else if (!seen.add(pointer)) {
                broken.add(BrokenRule.of("allocation.sweep-pointer-only-once", here, "pointer", pointer));
            }
            setting.ifPresent(settings::add);
        }
        var values = new ArrayList<List<JsonNode>>();
        for (var v = 0; v < axis.values().size(); v++) {
            values.add(point(axis, v, settings, at + "/values/" + v, broken));
        }
        return new Steps(settings, axis.values(), values);
    }

    private static List<JsonNode> point(
            Axis axis, int v, List<SweepSetting> settings, String at, List<BrokenRule> broken) {
        var texts = axis.values().get(v);
        if (texts.size() != axis.pointers().size()) {
            broken.add(BrokenRule.of(
                    "allocation.sweep-value-for-each-pointer",
                    at,
                    "pointers",
                    axis.pointers().size(),
                    "values",
                    texts.size()));
            return List.of();
        }
        var point = new ArrayList<JsonNode>();
        for (var k = 0; k < settings.size() && settings.size() == texts.size(); k++) {
            var text = texts.get(k);
            var value = settings.get(k).value(text);
            if (value.isEmpty()) {
                broken.add(BrokenRule.of(
                        "allocation.sweep-value-readable",
                        at + "/" + k,
                        "value",
                        text,
                        "pointer",
                        settings.get(k).pointer()));
            }
            value.ifPresent(point::add);
        }
        return point;
    }

    /** A limit is given in one way, also when one way is in the run and another is varied. */
    private void checkLimits(List<BrokenRule> broken) {
        var pots = parameters(0).pots();
        for (var i = 0; i < pots.size(); i++) {
            if (pots.get(i).model() instanceof PotModel.Objective model) {
                if (ways(model.floorPerMunicipality(), model.floors(), model.floorPerInhabitant()) > 1
                        || ways(model.capPerMunicipality(), model.caps(), model.capPerInhabitant()) > 1) {
                    broken.add(BrokenRule.of("allocation.one-kind-of-limit", "/axes"));
                }
            }
        }
    }

    private static long ways(@Nullable Object... limits) {
        return Stream.of(limits).filter(Objects::nonNull).count();
    }

    /** How many scenarios there are. */
    public int scenarios() {
        return scenarios;
    }

    RunParameters base() {
        return base;
    }

    /** What the scenario sets, by pointer; scenarios count from 0. */
    Map<String, String> settings(int scenario) {
        var set = new LinkedHashMap<String, String>();
        var points = points(scenario);
        for (var a = 0; a < axes.size(); a++) {
            for (var k = 0; k < axes.get(a).settings().size(); k++) {
                set.put(
                        axes.get(a).settings().get(k).pointer(),
                        axes.get(a).texts().get(points[a]).get(k));
            }
        }
        return set;
    }

    RunParameters parameters(int scenario) {
        var changed = tree.deepCopy();
        var points = points(scenario);
        for (var a = 0; a < axes.size(); a++) {
            for (var k = 0; k < axes.get(a).settings().size(); k++) {
                axes.get(a)
                        .settings()
                        .get(k)
                        .set(changed, axes.get(a).values().get(points[a]).get(k));
            }
        }
        return CanonicalJson.read(changed, RunParameters.class);
    }

    private int[] points(int scenario) {
        var points = new int[axes.size()];
        var left = scenario;
        for (var a = axes.size() - 1; a >= 0; a--) {
            var size = axes.get(a).values().size();
            points[a] = left % size;
            left /= size;
        }
        return points;
    }
}
