package no.opptrapping.grant.calls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.Round.Takes;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The rounds of a call: what must hold for them, which one an application waits in, and what each may give. */
class RoundsTest {
    private static final LocalDate OPENS = LocalDate.of(2025, 1, 15);
    private static final Instant DEADLINE = Instant.parse("2025-03-01T22:59:59Z");
    private static final Instant FEBRUARY = Instant.parse("2025-01-31T22:59:59Z");
    private static final Kroner BUDGET = Kroner.of(1_000);
    private static final Optional<CountyGovernorOfficeId> DIRECTORATE = Optional.empty();
    private static final LocalDate LATE = LocalDate.of(2025, 4, 1);

    private static Round round(Takes takes, @Nullable Instant completeBy, @Nullable Integer budget) {
        return new Round(
                new LocalisedText("a", "b", "c"),
                takes,
                completeBy,
                budget == null ? null : Kroner.of(budget),
                completeBy == null ? LATE : LocalDate.of(2025, 2, 20));
    }

    private static List<String> broken(Round... rounds) {
        return RoundRules.brokenBy(List.of(rounds), OPENS, DEADLINE, BUDGET).stream()
                .map(one -> one.pointer() + " " + one.code())
                .toList();
    }

    private static CallParts decided(List<Round> rounds, int... numbers) {
        return new CallParts(
                rounds,
                Arrays.stream(numbers)
                        .mapToObj(number -> new CallParts.Decided(number, new UUID(0, number), Instant.EPOCH))
                        .toList());
    }

    @Test
    void continuationsFirstAndEarlyOnesFirstAreRounds() {
        assertThat(broken(round(Takes.CONTINUATIONS, null, 600), round(Takes.NEW_MEASURES, null, null)))
                .isEmpty();
        assertThat(broken(round(Takes.ALL, FEBRUARY, 400), round(Takes.ALL, null, 600)))
                .isEmpty();
        assertThat(broken(round(Takes.CONTINUATIONS, FEBRUARY, null), round(Takes.ALL, null, null)))
                .isEmpty();
        assertThat(broken()).isEmpty();
    }

    @Test
    void aRoundWithoutMoneyIsNone() {
        assertThat(broken(round(Takes.CONTINUATIONS, null, 1_000), round(Takes.NEW_MEASURES, null, null)))
                .containsExactly("/rounds/1/budget call.round-without-money");
        assertThat(broken(round(Takes.CONTINUATIONS, null, 0), round(Takes.NEW_MEASURES, null, -5)))
                .containsExactly(
                        "/rounds/0/budget call.round-budget-not-positive",
                        "/rounds/1/budget call.round-budget-not-positive");
        assertThat(broken(round(Takes.CONTINUATIONS, null, 700), round(Takes.NEW_MEASURES, null, 400)))
                .containsExactly("/rounds call.rounds-exceed-budget");
    }

    @Test
    void noApplicationIsInNoRound() {
        assertThat(broken(round(Takes.CONTINUATIONS, null, 600)))
                .containsExactly("/rounds call.new-measures-in-no-round");
        assertThat(broken(round(Takes.ALL, FEBRUARY, 600)))
                .containsExactly("/rounds call.continuations-in-no-round", "/rounds call.new-measures-in-no-round");
    }

    @Test
    void everyRoundCanHaveSomebody() {
        assertThat(broken(round(Takes.ALL, null, 600), round(Takes.CONTINUATIONS, null, null)))
                .containsExactly("/rounds/1/takes call.round-takes-nobody");
        assertThat(broken(
                        round(Takes.ALL, FEBRUARY, 300),
                        round(Takes.NEW_MEASURES, FEBRUARY, 300),
                        round(Takes.ALL, null, null)))
                .containsExactly("/rounds/1/takes call.round-takes-nobody");
    }

    @Test
    void aRoundIsDecidedAfterItsApplicationsAreKnownAndAfterEarlierRounds() {
        var early =
                new Round(new LocalisedText("a", "b", "c"), Takes.NEW_MEASURES, null, null, LocalDate.of(2025, 3, 10));
        assertThat(broken(round(Takes.CONTINUATIONS, null, 600), early))
                .containsExactly("/rounds/1/expectedOn call.round-day-too-early");
        var beforeOpening = round(Takes.ALL, Instant.parse("2025-01-01T10:00:00Z"), 10);
        var afterDeadline = round(Takes.ALL, DEADLINE.plusSeconds(1), 10);
        assertThat(broken(beforeOpening, afterDeadline, round(Takes.ALL, null, 10)))
                .containsExactly(
                        "/rounds/0/completeBy call.round-moment-outside",
                        "/rounds/1/completeBy call.round-moment-outside",
                        "/rounds/1/expectedOn call.round-day-too-early");
    }

    @Test
    void whatIsDecidedStaysAsItWas() {
        var before = List.of(round(Takes.ALL, FEBRUARY, 400), round(Takes.ALL, null, 600));
        assertThat(RoundRules.brokenBy(decided(before, 1), List.of(before.getFirst(), round(Takes.ALL, null, 500))))
                .isEmpty();
        assertThat(RoundRules.brokenBy(decided(before, 1), List.of(round(Takes.ALL, FEBRUARY, 300), before.getLast())))
                .singleElement()
                .satisfies(one -> assertThat(one.pointer()).isEqualTo("/rounds/0"));
        assertThat(RoundRules.brokenBy(decided(before, 1), List.of())).hasSize(1);
    }

    @Test
    void anApplicationWaitsInTheFirstUndecidedRoundThatTakesIt() {
        var early = Optional.of(FEBRUARY);
        var late = Optional.of(FEBRUARY.plusNanos(1_000));
        var byMoment = List.of(round(Takes.ALL, FEBRUARY, 400), round(Takes.ALL, null, 600));
        assertThat(decided(byMoment).roundOf(true, early, DIRECTORATE)).contains(1);
        assertThat(decided(byMoment).roundOf(true, late, DIRECTORATE)).contains(2);
        assertThat(decided(byMoment).roundOf(true, Optional.empty(), DIRECTORATE))
                .contains(2);
        assertThat(decided(byMoment, 1).roundOf(true, early, DIRECTORATE)).contains(2);

        var byKind = List.of(round(Takes.CONTINUATIONS, null, 400), round(Takes.NEW_MEASURES, null, 600));
        assertThat(decided(byKind).roundOf(true, late, DIRECTORATE)).contains(1);
        assertThat(decided(byKind).roundOf(false, early, DIRECTORATE)).contains(2);
        assertThat(decided(byKind, 1).roundOf(true, late, DIRECTORATE)).contains(2);
        assertThat(decided(byKind, 1, 2).roundOf(true, late, DIRECTORATE)).isEmpty();
        assertThat(CallParts.WHOLE.roundOf(true, late, DIRECTORATE)).isEmpty();
    }

    @Test
    void eachOfficeHasRoundsOfItsOwn() {
        var office = new CountyGovernorOfficeId(new UUID(0, 9));
        var byKind = List.of(round(Takes.CONTINUATIONS, null, 400), round(Takes.NEW_MEASURES, null, 600));
        var parts = new CallParts(byKind, List.of(new CallParts.Decided(1, office, new UUID(0, 1), Instant.EPOCH)));
        var early = Optional.of(FEBRUARY);
        assertThat(parts.roundOf(true, early, Optional.of(office))).contains(2);
        assertThat(parts.roundOf(true, early, Optional.of(new CountyGovernorOfficeId(new UUID(0, 8)))))
                .contains(1);
        var call = new CallId(new UUID(0, 1));
        assertThat(parts.isDecided(new CallPart(call, Optional.of(1), Optional.of(office))))
                .isTrue();
        assertThat(parts.isDecided(new CallPart(call, Optional.of(1), DIRECTORATE)))
                .isFalse();
        assertThat(parts.numbered(1, Optional.of(office)).orElseThrow().decidedAt())
                .isEqualTo(Instant.EPOCH);
        assertThat(parts.numbered().getFirst().decidedAt()).isNull();
    }

    @Test
    void whatARoundLeavesGoesOnToTheNext() {
        var sums = List.of(round(Takes.CONTINUATIONS, null, 400), round(Takes.NEW_MEASURES, null, 600));
        assertThat(decided(sums).limit(1, BUDGET, Kroner.ZERO)).isEqualTo(Kroner.of(400));
        assertThat(decided(sums).limit(2, BUDGET, Kroner.ZERO)).isEqualTo(Kroner.of(600));
        assertThat(decided(sums, 1).limit(2, BUDGET, Kroner.of(250))).isEqualTo(Kroner.of(750));

        var restFirst = List.of(round(Takes.CONTINUATIONS, null, null), round(Takes.NEW_MEASURES, null, 300));
        assertThat(decided(restFirst).limit(1, BUDGET, Kroner.ZERO)).isEqualTo(Kroner.of(700));
        assertThat(decided(restFirst, 1).limit(2, BUDGET, Kroner.of(500))).isEqualTo(Kroner.of(500));

        var restLast = List.of(round(Takes.CONTINUATIONS, null, 300), round(Takes.NEW_MEASURES, null, null));
        assertThat(decided(restLast).limit(1, BUDGET, Kroner.ZERO)).isEqualTo(Kroner.of(300));
        assertThat(decided(restLast, 1).limit(2, BUDGET, Kroner.of(300))).isEqualTo(Kroner.of(700));
    }
}
