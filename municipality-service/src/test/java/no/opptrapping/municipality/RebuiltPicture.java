package no.opptrapping.municipality;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.StreamSupport;

/** What a consumer that knows nothing but the newest records of {@code municipality.v1} can say of municipalities. */
final class RebuiltPicture {
    private final Map<String, JsonNode> records;

    RebuiltPicture(Map<String, JsonNode> records) {
        this.records = records;
    }

    /** The numbers and names of a date, by number. */
    SortedMap<String, String> on(LocalDate date) {
        var found = new TreeMap<String, String>();
        records.values()
                .forEach(record -> versions(record, date)
                        .forEach(version -> found.put(
                                version.get("number").asText(),
                                version.get("name").asText())));
        return found;
    }

    /** Who is where the municipality was on the date, through the whole chain, with shares. */
    SortedMap<String, BigDecimal> heirs(String id, LocalDate date) {
        var heirs = new TreeMap<String, BigDecimal>();
        follow(id, BigDecimal.ONE, date, Set.of(id), heirs);
        return heirs;
    }

    /** Who answers for the municipality's grants on the date, through the whole chain. */
    String dutyBearer(String id, LocalDate date) {
        var record = records.get(id);
        return StreamSupport.stream(record.get("successors").spliterator(), false)
                .filter(step -> step.get("dutyBearer").asBoolean() && !on(step).isAfter(date))
                .map(step -> dutyBearer(step.get("municipalityId").asText(), date))
                .findFirst()
                .orElse(id);
    }

    private void follow(String id, BigDecimal share, LocalDate date, Set<String> trail, Map<String, BigDecimal> heirs) {
        var steps = StreamSupport.stream(records.get(id).get("successors").spliterator(), false)
                .filter(step -> !on(step).isAfter(date))
                .toList();
        if (steps.isEmpty()) {
            heirs.merge(id, share.stripTrailingZeros(), (a, b) -> a.add(b).stripTrailingZeros());
        }
        var withItsLand = steps.stream()
                .filter(step -> StreamSupport.stream(step.path("territory").spliterator(), false)
                        .anyMatch(land -> trail.contains(land.asText())))
                .findFirst();
        (withItsLand.isPresent() ? withItsLand.stream() : steps.stream()).forEach(step -> {
            var next = step.get("municipalityId").asText();
            var longer = new HashSet<>(trail);
            longer.add(next);
            var part = withItsLand.isPresent()
                    ? BigDecimal.ONE
                    : new BigDecimal(step.get("share").asText());
            follow(next, share.multiply(part), date, longer, heirs);
        });
    }

    private static LocalDate on(JsonNode step) {
        return LocalDate.parse(step.get("on").asText());
    }

    private static Iterable<JsonNode> versions(JsonNode record, LocalDate date) {
        return StreamSupport.stream(record.get("versions").spliterator(), false)
                .filter(version -> !date(version, "from", LocalDate.MIN).isAfter(date)
                        && date.isBefore(date(version, "to", LocalDate.MAX)))
                .toList();
    }

    private static LocalDate date(JsonNode version, String field, LocalDate otherwise) {
        return version.get(field).isNull()
                ? otherwise
                : LocalDate.parse(version.get(field).asText());
    }
}
