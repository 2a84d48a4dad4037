package no.opptrapping.grant.allocation.engine;

import static no.opptrapping.grant.allocation.engine.Golden.allocated;
import static no.opptrapping.grant.allocation.engine.Golden.assertEach;
import static no.opptrapping.grant.allocation.engine.Golden.assertSums;
import static no.opptrapping.grant.allocation.engine.Golden.decimal;
import static no.opptrapping.grant.allocation.engine.Golden.recipient;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.ByApplication.Application;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationLine;
import no.opptrapping.grant.allocation.engine.ByApplication.Order;
import no.opptrapping.grant.allocation.engine.ByApplication.Reason;
import no.opptrapping.grant.allocation.engine.ByApplication.Rule;
import no.opptrapping.grant.allocation.engine.ByApplication.TieRule;
import no.opptrapping.grant.allocation.engine.ObjectiveCriteria.CriteriaLine;
import no.opptrapping.grant.allocation.engine.PerPosition.Position;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionApplication;
import no.opptrapping.grant.allocation.engine.PerPosition.PositionLine;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

class GoldenAllocationTest {
    @Test
    void largestRemainderBreaksTiesByAmountThenNumber() {
        var golden = Golden.read("G1");
        var input = golden.get("input");
        var criteria = Golden.criteria(input.get("weights"));
        var model = new ObjectiveCriteria(
                new Key.CostKey(criteria, false),
                Golden.rows(input, criteria),
                new Limit.None(),
                new Limit.None(),
                input.get("unit").asLong());

        var division = allocated(model.divide(Kroner.of(input.get("budget").asLong())));

        var expected = golden.get("expected");
        assertEach(expected.get("shares"), division.lines(), CriteriaLine::share);
        assertEach(expected.get("exact"), division.lines(), CriteriaLine::exact);
        assertEach(expected.get("amounts"), division.lines(), CriteriaLine::amount);
        assertSums(expected, division);
    }

    @Test
    void floorsAndCapsPerInhabitantAreRoundedBeforeTheyBind() {
        var golden = Golden.read("G2");
        var input = golden.get("input");
        var criteria = Golden.criteria(input.get("weights"));
        var model = new ObjectiveCriteria(
                new Key.CostKey(criteria, false),
                Golden.rows(input, criteria),
                new Limit.PerInhabitant(decimal(input.get("floor_per_inhabitant"))),
                new Limit.PerInhabitant(decimal(input.get("cap_per_inhabitant"))),
                input.get("unit").asLong());

        var division = allocated(model.divide(Kroner.of(input.get("budget").asLong())));

        var expected = golden.get("expected");
        assertEach(expected.get("floors"), division.lines(), CriteriaLine::floor);
        assertEach(expected.get("caps"), division.lines(), line -> line.cap().orElseThrow());
        assertEach(expected.get("exact"), division.lines(), CriteriaLine::exact);
        assertEach(expected.get("bound"), division.lines(), line -> switch (line.bound()) {
            case NONE -> "null";
            case FLOOR -> "floor";
            case CAP -> "cap";
        });
        assertEach(expected.get("amounts"), division.lines(), CriteriaLine::amount);
        assertSums(expected, division);
    }

    @Test
    void roundingDoesNotLiftAnyoneOverItsCap() {
        var golden = Golden.read("G3");
        var division = divide(golden.get("input"), new Rule.ScoreWeighted());

        var expected = golden.get("expected");
        assertEach(
                expected.get("shares"), division.lines(), line -> line.share().orElseThrow());
        assertEach(expected.get("exact"), division.lines(), ApplicationLine::exact);
        assertEach(expected.get("amounts"), division.lines(), ApplicationLine::amount);
        assertSums(expected, division);
        assertThat(division.lines())
                .anyMatch(line -> line.amount().value()
                        != expected.get("not_this")
                                .get(line.recipient().toString())
                                .asLong());
    }

    @Test
    void unitThatFitsUnderNoCapIsUndistributed() {
        var also = Golden.read("G3").get("also");
        var division = divide(also.get("input"), new Rule.Proportional());

        assertEach(also.get("expected").get("exact"), division.lines(), ApplicationLine::exact);
        assertEach(also.get("expected").get("amounts"), division.lines(), ApplicationLine::amount);
        assertSums(also.get("expected"), division);
    }

    private static ApplicationDivision divide(JsonNode input, Rule rule) {
        var applications = new ArrayList<Application>();
        for (var row : input.get("applications")) {
            var assessed = Kroner.of(row.get("assessed").asLong());
            applications.add(new Application(
                    recipient(row),
                    assessed,
                    assessed,
                    Optional.empty(),
                    Optional.ofNullable(row.get("score")).map(Golden::decimal),
                    Kroner.ZERO,
                    Optional.empty()));
        }
        return allocated(new ByApplication(rule, applications, input.get("unit").asLong())
                .divide(Kroner.of(input.get("budget").asLong())));
    }

    @Test
    void positionsOfEarlierYearsComeFirstThenTheRanked() {
        var golden = Golden.read("G4");
        var input = golden.get("input");
        var stepDown = new ArrayList<Decimal>();
        input.get("step_down").forEach(factor -> stepDown.add(decimal(factor)));
        var applications = new ArrayList<PositionApplication>();
        for (var row : input.get("applications")) {
            var positions = new ArrayList<Position>();
            row.get("positions")
                    .forEach(p -> positions.add(new Position(
                            decimal(p.get("percent")), p.get("year").asInt())));
            applications.add(new PositionApplication(
                    recipient(row),
                    positions,
                    Kroner.of(row.get("asked").asLong()),
                    Kroner.of(row.get("asked").asLong()),
                    Optional.of(row.get("rank").asInt()),
                    Optional.empty(),
                    Kroner.of(row.get("smallest_useful").asLong()),
                    Optional.empty()));
        }
        var model = new PerPosition(
                Kroner.of(input.get("rate").asLong()),
                stepDown,
                new Rule.Ranked(Order.RANK, TieRule.NONE),
                applications,
                input.get("unit").asLong());

        var division = allocated(model.divide(Kroner.of(input.get("budget").asLong())));

        var expected = golden.get("expected");
        assertEach(
                expected.get("earlier_positions"),
                division.lines(),
                line -> line.earlier().map(ApplicationLine::amount).orElse(Kroner.ZERO));
        assertThat(division.leftForNew())
                .isEqualTo(Kroner.of(expected.get("left_for_new").asLong()));
        assertEach(
                expected.get("assessed_new"),
                division.lines(),
                line -> line.newPositions().map(ApplicationLine::assessed).orElse(Kroner.ZERO));
        assertEach(
                expected.get("given_new"),
                division.lines().stream()
                        .filter(line -> line.newPositions().isPresent())
                        .toList(),
                line -> line.newPositions().orElseThrow().amount());
        assertEach(expected.get("amounts"), division.lines(), PositionLine::amount);
        assertSums(expected, division);
        assertThat(division.newGetNothing()).isFalse();
        assertThat(division.lines())
                .filteredOn(line -> line.recipient().equals(recipient("4216")))
                .allMatch(line -> line.newPositions().orElseThrow().reason() == Reason.BELOW_SMALLEST_USEFUL);
    }
}
