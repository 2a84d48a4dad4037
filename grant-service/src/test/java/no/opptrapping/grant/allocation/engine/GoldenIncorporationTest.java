package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.assertEach;
import static no.opptrapping.grant.allocation.engine.Golden.assertSums;
import static no.opptrapping.grant.allocation.engine.Golden.decimal;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkDivision;
import no.opptrapping.grant.allocation.engine.FrameworkGrant.FrameworkLine;
import no.opptrapping.grant.allocation.engine.Incorporation.Direction;
import no.opptrapping.grant.allocation.engine.Incorporation.Method;
import no.opptrapping.grant.allocation.engine.Incorporation.Step;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class GoldenIncorporationTest {
    private final JsonNode golden = Golden.read("G5");
    private final JsonNode input = golden.get("input");
    private final JsonNode expected = golden.get("expected");
    private final Decimal threshold = decimal(input.get("threshold"));

    @Test
    void frameworkIsAnEqualPartPerInhabitantAndAnEqualisationThatSumsToZero() {
        var division = divide(new Method.AtOnce(), 1);
        var framework = expected.get("framework");

        assertEach(
                framework.get("need_index"),
                division.lines(),
                line -> line.needIndex().orElseThrow());
        assertEach(framework.get("per_inhabitant_part"), division.lines(), FrameworkLine::perInhabitantPart);
        assertEach(framework.get("equalisation"), division.lines(), FrameworkLine::equalisation);
        assertEach(framework.get("amounts"), division.lines(), FrameworkLine::amount);
        assertThat(Kroner.sum(division.lines().stream()
                        .map(FrameworkLine::equalisation)
                        .toList()))
                .isEqualTo(Kroner.of(framework.get("equalisation_sum").asLong()));
        assertThat(division.nationalChange().orElseThrow())
                .hasToString(expected.get("national_change_per_inhabitant").asText());
    }

    @Test
    void stateGuaranteeLetsNobodyPayMoreThanItHas() {
        var state = expected.get("state");
        var division = divide(new Method.StateGuarantee(threshold), 1);

        assertEach(
                expected.get("first_pass").get("compensation"),
                division.lines(),
                line -> step(line).compensation());
        assertThat(division.deductionPerInhabitant())
                .hasToString(state.get("deduction_per_inhabitant").asText());
        assertEach(
                state.get("final_exact"), division.lines(), line -> step(line).exact());
        assertEach(state.get("amounts"), division.lines(), FrameworkLine::amount);
        assertSums(state, division);
        assertThat(division.lines().stream()
                        .filter(line -> line.amount().isZero())
                        .map(line -> line.recipient().toString()))
                .containsExactly(state.get("set_to_zero").get(0).asText());
        assertEach(
                state.get("amounts_unit_1000"),
                divide(new Method.StateGuarantee(threshold), 1000).lines(),
                FrameworkLine::amount);
        assertThat(division.lines())
                .extracting(line -> step(line).direction())
                .containsExactly(Direction.NEITHER, Direction.RECEIVES, Direction.PAYS, Direction.PAYS);
    }

    @Test
    void strictGuaranteeHoldsAndOnlyThoseAboveItPay() {
        var strict = expected.get("strict");
        var division = divide(new Method.StrictGuarantee(threshold), 1);

        assertThat(division.deductionPerInhabitant())
                .hasToString(strict.get("delta").asText());
        assertEach(
                strict.get("final_exact"), division.lines(), line -> step(line).exact());
        assertEach(strict.get("amounts"), division.lines(), FrameworkLine::amount);
    }

    @Test
    void phaseInGoesFromBeforeToAfterInEqualSteps() {
        var years = input.get("phase_in_years").asInt();
        for (var year = 1; year <= years; year++) {
            var phase = expected.get("phase_in").get(Integer.toString(year));
            var division = divide(new Method.PhaseIn(years, year), 1);

            assertEach(phase.get("exact"), division.lines(), line -> step(line).exact());
            assertEach(phase.get("amounts"), division.lines(), FrameworkLine::amount);
            assertSums(phase, division);
        }
    }

    @Test
    void smallFrameworkAmountPaysItsPartOfTheDeduction() {
        var also = golden.get("also");
        var given = also.get("input");
        var taken = take(
                given.get("before"),
                given.get("after"),
                given.get("inhabitants"),
                new Method.StateGuarantee(decimal(given.get("threshold"))));

        assertThat(taken.deductionPerInhabitant())
                .hasToString(
                        also.get("expected").get("deduction_per_inhabitant").asText());
        assertSteps(also.get("expected").get("final_exact"), taken, Step::exact);
        assertSteps(also.get("expected").get("amounts"), taken, Step::after);
        assertThat(Kroner.sum(taken.steps().stream().map(Step::net).toList())).isEqualTo(Kroner.ZERO);
    }

    private static void assertSteps(JsonNode expected, IncorporationSteps.Taken taken, Function<Step, Object> actual) {
        var numbers = List.copyOf(Golden.texts(expected).keySet());
        var found = new TreeMap<String, String>();
        IntStream.range(0, numbers.size())
                .forEach(i -> found.put(
                        numbers.get(i), actual.apply(taken.steps().get(i)).toString()));
        assertThat(found).isEqualTo(Golden.texts(expected));
    }

    private static IncorporationSteps.Taken take(JsonNode before, JsonNode after, JsonNode people, Method method) {
        var numbers = List.copyOf(Golden.texts(before).keySet());
        var rows = numbers.stream()
                .map(n -> new Row(recipient(n), decimal(people.get(n)), Map.of()))
                .toList();
        return new IncorporationSteps(
                        numbers.stream().mapToLong(n -> before.get(n).asLong()).toArray(),
                        numbers.stream().mapToLong(n -> after.get(n).asLong()).toArray(),
                        new Population(rows, new Faults()),
                        1)
                .take(method);
    }

    private static Step step(FrameworkLine line) {
        return line.step().orElseThrow();
    }

    private FrameworkDivision divide(Method method, long unit) {
        var criteria = Golden.criteria(input.get("key"));
        var before = new HashMap<Recipient, Kroner>();
        input.get("rows")
                .forEach(row ->
                        before.put(recipient(row), Kroner.of(row.get("before").asLong())));
        var model = new FrameworkGrant(
                new Key.CostKey(criteria, false),
                Golden.rows(input, criteria),
                unit,
                Optional.of(new Incorporation(before, method)));
        return allocated(model.divide(Kroner.of(input.get("G").asLong())));
    }
}
