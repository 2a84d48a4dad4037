package no.opptrapping.local.grantyear;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** A county governor's office, with the people who prepare and decide there. */
record Office(String id, String name, String counties) {
    /** The offices that there are on the date, by name. */
    static List<Office> on(LocalDate date, Stage stage) {
        var path = "/v1/county-governor-offices?date=" + date;
        return stage.municipalities()
                .get(Who.NOBODY, path)
                .expect(200)
                .path("items")
                .valueStream()
                .map(Office::of)
                .toList();
    }

    private static Office of(JsonNode row) {
        var counties = row.path("counties").valueStream().map(JsonNode::asText).collect(Collectors.joining(","));
        return new Office(row.path("officeId").asText(), row.path("name").asText(), counties);
    }

    /** Assesses, simulates, proposes and orders. */
    Who maker() {
        return new Who.CountyGovernor("maker-" + id, counties);
    }

    /** Adopts and approves what the other made. */
    Who decider() {
        return new Who.CountyGovernor("decider-" + id, counties);
    }
}
