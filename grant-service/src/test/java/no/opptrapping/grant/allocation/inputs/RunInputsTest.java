package no.opptrapping.grant.allocation.inputs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import no.opptrapping.grant.allocation.engine.Pots;
import no.opptrapping.grant.allocation.runs.RunDivision;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import org.junit.jupiter.api.Test;

/** What a run is computed from: compared whole, and readable for as long as it is stored. */
class RunInputsTest {
    private static final String CALL = new UUID(3, 1).toString();
    private static final String SCHEME = new UUID(1, 1).toString();

    private static RunInputs inputs(String engine) {
        return new RunInputs(
                engine,
                new RunParameters(
                        SCHEME,
                        2025,
                        "2025-01-01",
                        1,
                        2024,
                        List.of(new RunParameters.Pot(
                                "alt",
                                900_000L,
                                false,
                                null,
                                new CallModel.Positions(
                                        CALL,
                                        330_000,
                                        List.of("1", "0.75"),
                                        DivisionRule.PROPORTIONAL,
                                        TieRule.NONE)))),
                900_000,
                List.of(new RunInputs.Indicator("population", 2024, "2024-01-01", 1, "persons", "Invented")),
                List.of(new RunInputs.Municipality(
                        new UUID(0, 1).toString(), "1101", "Storby", "600", Map.of("population/2024", "600"))),
                List.of(application(1, 300_000, 0), application(2, 100_000, 90_000)),
                List.of(new RunInputs.Before(SCHEME, 2024, "1101", 1)),
                Map.of("0", List.of("1101")),
                List.of("1101"),
                List.of(new RunInputs.Commitment(
                        new UUID(5, 1).toString(), "R1", new UUID(0, 1).toString(), "1101", 0, List.of())),
                List.of(new RunInputs.Grouping("kostra-group", 2024, "2025-01-01", 1, "Invented", List.of("1"))));
    }

    private static RunInputs.Application application(int serial, long assessed, long useful) {
        return new RunInputs.Application(
                CALL,
                new UUID(4, serial).toString(),
                "A" + serial,
                new UUID(0, 1).toString(),
                "1101",
                400_000,
                assessed,
                useful,
                1,
                null,
                "2025-02-01T10:00:00Z",
                List.of(),
                List.of(new RunInputs.Position(100, 1)));
    }

    /** Whatever is stored and hashed is compared: each component in turn is made another. */
    @Test
    void everyComponentThatIsNotTheSameIsNamed() {
        var then = inputs(RunInputs.ENGINE_VERSION);
        assertThat(then.changedIn(inputs(RunInputs.ENGINE_VERSION))).isEmpty();
        for (var component : RunInputs.class.getRecordComponents()) {
            var tree = CanonicalJson.tree(then);
            tree.set(component.getName(), another(tree.get(component.getName())));
            var now = CanonicalJson.read(tree, RunInputs.class);
            assertThat(then.changedIn(now))
                    .as(component.getName())
                    .isEqualTo(component.getName().equals("engineVersion") ? List.of() : List.of(component.getName()));
        }
    }

    private static JsonNode another(JsonNode value) {
        var json = JsonNodeFactory.instance;
        return switch (value.getNodeType()) {
            case NUMBER -> json.numberNode(value.longValue() + 1);
            case STRING -> json.textNode(value.textValue() + "1");
            case ARRAY -> json.arrayNode();
            case OBJECT -> value.has("year") ? ((ObjectNode) value.deepCopy()).put("year", 1) : json.objectNode();
            default -> throw new IllegalArgumentException("Not of the inputs: " + value);
        };
    }

    /** The words of rules, tie rules, variants and missing indices stand in stored runs, and hashes are of them. */
    @Test
    void storedParametersAreReadAndWrittenWordForWord() {
        var models = new ArrayList<String>();
        for (var rule : List.of("ranked", "proportional", "score-weighted")) {
            for (var tie : List.of("earliest", "larger", "none")) {
                models.add("{'call':'C','kind':'application','rule':'%s','tieRule':'%s'}".formatted(rule, tie));
                models.add("{'call':'C','kind':'position','rate':1,'rule':'%s','stepDown':['1'],'tieRule':'%s'}"
                        .formatted(rule, tie));
            }
        }
        for (var missing : List.of("refuse", "exclude", "own-key")) {
            models.add(("{'indices':{'values':{'1101':'1.1'},'whenMissing':'%s'},'kind':'framework',"
                            + "'normalise':false,'weights':[]}")
                    .formatted(missing));
        }
        for (var variant : List.of("state", "strict")) {
            models.add(("{'fromScheme':'S','fromYear':2024,'guarantee':{'threshold':'50','variant':'%s'},"
                            + "'kind':'incorporation','normalise':true,'weights':[]}")
                    .formatted(variant));
        }
        for (var model : models) {
            var stored = model.replace('\'', '"');
            assertThat(CanonicalJson.of(CanonicalJson.read(stored, PotModel.class)))
                    .isEqualTo(stored);
        }
    }

    /** As the first engine stored them: without groupings, and positions limited by what was asked for alone. */
    @Test
    void aRunOfTheFirstEngineIsReadAndGivesTheSameAmountsForEver() {
        var tree = CanonicalJson.tree(inputs("1"));
        tree.remove(List.of("groupings", "commitments"));
        var stored = CanonicalJson.of(tree);
        var read = CanonicalJson.read(stored, RunInputs.class);

        assertThat(CanonicalJson.of(read)).isEqualTo(stored);
        assertThat(amounts(read)).containsExactly(Map.entry("A1", 330_000L), Map.entry("A2", 330_000L));
        assertThat(amounts(inputs("2"))).containsExactly(Map.entry("A1", 300_000L), Map.entry("A2", 100_000L));
    }

    @Test
    void theSameDivisionIsToldByItsParametersAndNotByItsNames() {
        var one = inputs("2").parameters();
        var renamed = one.with(one.pots().stream()
                .map(pot ->
                        new RunParameters.Pot("en annen", pot.amount(), pot.exclusive(), pot.eligible(), pot.model()))
                .toList());
        assertThat(one.dividesAs(renamed)).isTrue();
        assertThat(one.dividesAs(new RunParameters(
                        one.scheme(), one.year(), one.structureDate(), 1000, one.populationYear(), one.pots())))
                .isFalse();
    }

    private static Map<String, Long> amounts(RunInputs inputs) {
        var amounts = new TreeMap<String, Long>();
        if (!(new RunDivision(inputs).divide() instanceof Pots.Result.Allocated result)) {
            throw new AssertionError("Not divided: " + Arrays.asList(inputs));
        }
        result.pots()
                .getFirst()
                .division()
                .lines()
                .forEach(line ->
                        amounts.put(line.recipient().reference(), line.amount().value()));
        return amounts;
    }
}
