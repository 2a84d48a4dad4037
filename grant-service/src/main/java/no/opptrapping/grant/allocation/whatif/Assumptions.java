package no.opptrapping.grant.allocation.whatif;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What a municipality assumes, as it was written: every link with the same assumptions is the same question.
 *
 * @param inhabitants its own, of the run's population date
 * @param values its own figures by code and year, for example {@code social-assistance/2024}
 * @param appropriation whole kroner that the run's pots divide
 */
public record Assumptions(
        MunicipalityNumber number,
        Optional<String> inhabitants,
        Map<String, String> values,
        Optional<String> appropriation) {
    public Assumptions {
        values = Map.copyOf(values);
    }

    /** The values in the order of their names. */
    Map<String, String> ordered() {
        return new TreeMap<>(values);
    }
}
