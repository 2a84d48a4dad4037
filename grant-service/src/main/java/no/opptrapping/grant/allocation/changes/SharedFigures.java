package no.opptrapping.grant.allocation.changes;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import org.jspecify.annotations.Nullable;

/** The inhabitants and figures of two runs under the names that they have in common; what one lacks is the other's. */
final class SharedFigures {
    private SharedFigures() {}

    /** The municipalities of the newer run with the older run's figures, and with the newer's. */
    static List<List<RunInputs.Municipality>> of(
            List<RunInputs.Municipality> there, RunInputs from, RunInputs to, Rules rules) {
        var older = named(from, rules.names(0));
        var newer = named(to, rules.names(1));
        return List.of(
                there.stream()
                        .map(one -> merged(one, older.get(one.number()), newer.get(one.number())))
                        .toList(),
                there.stream()
                        .map(one -> merged(one, newer.get(one.number()), older.get(one.number())))
                        .toList());
    }

    private static Map<String, RunInputs.Municipality> named(RunInputs inputs, Map<String, String> names) {
        return inputs.municipalities().stream().collect(Collectors.toMap(RunInputs.Municipality::number, one -> {
            var values = new HashMap<String, String>();
            names.forEach((there, here) -> {
                var value = one.values().get(there);
                if (value != null) {
                    values.put(here, value);
                }
            });
            return new RunInputs.Municipality(one.id(), one.number(), one.name(), one.inhabitants(), values);
        }));
    }

    private static RunInputs.Municipality merged(
            RunInputs.Municipality there,
            RunInputs.@Nullable Municipality own,
            RunInputs.@Nullable Municipality other) {
        var values = new HashMap<String, String>();
        if (other != null) {
            values.putAll(other.values());
        }
        if (own != null) {
            values.putAll(own.values());
        }
        var inhabitants = own == null || own.inhabitants() == null
                ? other == null ? null : other.inhabitants()
                : own.inhabitants();
        return new RunInputs.Municipality(there.id(), there.number(), there.name(), inhabitants, values);
    }
}
