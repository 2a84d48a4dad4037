package no.opptrapping.local.grantyear;

import java.util.List;
import no.opptrapping.local.ScenarioFailure;

/** The municipalities of the grant year, in order of their numbers. */
record Places(List<Place> all) {
    int count() {
        return all.size();
    }

    /** The municipality with the number; one that the register does not have ends the scenario. */
    Place at(String number) {
        return all.stream()
                .filter(place -> place.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new ScenarioFailure("The register has no municipality " + number + "."));
    }
}
