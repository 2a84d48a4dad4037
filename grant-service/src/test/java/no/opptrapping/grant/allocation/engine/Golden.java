package no.opptrapping.grant.allocation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Reads the golden cases and compares a division with what they expect. */
final class Golden {
    private Golden() {}

    static JsonNode read(String idPrefix) {
        try (var in = Golden.class.getResourceAsStream("/golden/golden-allocation.json")) {
            return StreamSupport.stream(new ObjectMapper().readTree(in).spliterator(), false)
                    .filter(node -> node.get("id").asText().startsWith(idPrefix))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Recipient recipient(String number) {
        return Recipient.of(new MunicipalityNumber(number));
    }

    static Recipient recipient(JsonNode row) {
        return recipient(row.get("number").asText());
    }

    /** A number in the case, written as a decimal string or a JSON number. */
    static Decimal decimal(JsonNode node) {
        return Decimal.of(node.asText());
    }

    static List<Criterion> criteria(JsonNode weights) {
        var criteria = new ArrayList<Criterion>();
        weights.properties().forEach(e -> criteria.add(new Criterion(e.getKey(), decimal(e.getValue()))));
        return criteria;
    }

    static List<Row> rows(JsonNode input, List<Criterion> criteria) {
        var rows = new ArrayList<Row>();
        for (var row : input.get("rows")) {
            var values = new TreeMap<String, Decimal>();
            criteria.forEach(c -> values.put(c.indicator(), decimal(row.get(c.indicator()))));
            rows.add(new Row(recipient(row), row.has("inhabitants") ? decimal(row.get("inhabitants")) : null, values));
        }
        return rows;
    }

    static <D extends Division> D allocated(Outcome<D> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Allocated.class);
        return ((Outcome.Allocated<D>) outcome).division();
    }

    static List<Fault> faults(Outcome<?> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Impossible.class);
        return ((Outcome.Impossible<?>) outcome).faults();
    }

    /** Every municipality in {@code expected} (numbers to amounts) has exactly that, and there are no others. */
    static <L extends Division.Line> void assertEach(JsonNode expected, List<L> lines, Function<L, Object> actual) {
        var found = new TreeMap<String, String>();
        lines.forEach(line -> found.put(line.recipient().toString(), String.valueOf(actual.apply(line))));
        assertThat(found).isEqualTo(texts(expected));
    }

    static Map<String, String> texts(JsonNode object) {
        var texts = new TreeMap<String, String>();
        object.properties().forEach(e -> texts.put(e.getKey(), e.getValue().asText()));
        return texts;
    }

    static void assertSums(JsonNode expected, Division division) {
        assertThat(division.sum()).isEqualTo(Kroner.of(expected.get("sum").asLong()));
        assertThat(division.undistributed())
                .isEqualTo(Kroner.of(expected.get("undistributed").asLong()));
    }

    static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
