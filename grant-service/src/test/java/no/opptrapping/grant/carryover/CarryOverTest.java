package no.opptrapping.grant.carryover;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemerules.SchemeCarryOver;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryOverTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final AwardId AWARD = new AwardId(new UUID(0, 1));

    @ParameterizedTest
    @CsvSource({"10, 600000, 60000", "10, 599999, 59999", "0, 600000, 0", "100, 7, 7", "33, 10, 3", "1, 99, 0"})
    void whatIsFreeIsAPercentOfTheAwardRoundedDown(int percent, long award, long free) {
        assertThat(CarryOverTerms.of(new SchemeCarryOver(percent, true, false), Kroner.of(award)))
                .isEqualTo(new CarryOverTerms(Kroner.of(free), true));
    }

    @Test
    void theRuleLetsNoMoreBeKeptThanIsUnspent() {
        assertThat(opened(40, 60, true).dueByRule()).isEqualTo(Kroner.of(40));
        assertThat(opened(100, 60, true).dueByRule()).isEqualTo(Kroner.of(60));
    }

    @Test
    void theRuleGivesItsPartOnceHoweverOftenTheReportIsHeard() {
        var kept = byRule(opened(100, 60, true), 60);
        assertThat(kept.dueByRule()).isEqualTo(Kroner.ZERO);
        assertThat(kept.reported(Kroner.of(100), kept.terms(), NOW)).isEqualTo(kept);
        assertThat(kept.reported(Kroner.of(200), kept.terms(), NOW).dueByRule()).isEqualTo(Kroner.ZERO);
        var less = byRule(opened(40, 60, true), 40);
        assertThat(less.reported(Kroner.of(90), less.terms(), NOW).dueByRule()).isEqualTo(Kroner.of(20));
    }

    @Test
    void whatIsLeftCanBeAppliedForWhereTheSchemeSaysSo() {
        assertThat(byRule(opened(100, 60, true), 60).state()).isEqualTo(CarryOver.State.OPEN);
        assertThat(byRule(opened(100, 60, false), 60).state()).isEqualTo(CarryOver.State.SETTLED);
        assertThat(byRule(opened(60, 60, true), 60).state()).isEqualTo(CarryOver.State.SETTLED);
    }

    @Test
    void whatHasBeenAnsweredCanBeAppliedForAgainOnlyWhenMoreIsUnspent() {
        var open = opened(100, 0, true);
        var applied = open.with(application(open, 80), NOW);
        assertThat(applied.state()).isEqualTo(CarryOver.State.APPLIED);
        var proposed = applied.with(applied.pending().orElseThrow().proposed(word(0, "ada")), NOW);
        assertThat(proposed.state()).isEqualTo(CarryOver.State.PROPOSED);
        var refused = proposed.with(proposed.pending().orElseThrow().decided(word(0, "dina")), NOW);
        assertThat(refused.state()).isEqualTo(CarryOver.State.SETTLED);
        assertThat(refused.reported(Kroner.of(90), refused.terms(), NOW).state())
                .isEqualTo(CarryOver.State.SETTLED);
        assertThat(refused.reported(Kroner.of(120), refused.terms(), NOW).state())
                .isEqualTo(CarryOver.State.OPEN);
    }

    @Test
    void lessUnspentThanHasBeenCarriedOverIsForAPerson() {
        var exceeded = byRule(opened(100, 60, true), 60).reported(Kroner.of(50), terms(60, true), NOW);
        assertThat(exceeded.state()).isEqualTo(CarryOver.State.EXCEEDED);
        assertThat(exceeded.left()).isEqualTo(Kroner.ZERO);
        assertThat(exceeded.dueByRule()).isEqualTo(Kroner.ZERO);
        var corrected = exceeded.stepped(
                CarryOver.Cause.CORRECTION, Kroner.of(-10), Optional.of(UUID.randomUUID()), "dina", NOW);
        assertThat(corrected.state()).isEqualTo(CarryOver.State.SETTLED);
        assertThat(corrected.carried()).isEqualTo(Kroner.of(50));
        assertThat(corrected.dueByRule()).isEqualTo(Kroner.ZERO);
    }

    private static CarryOver opened(long unspent, long free, boolean byApplication) {
        return new CarryOver(
                CarryOverId.of(AWARD, Year.of(2025)),
                AWARD,
                new SchemeId(new UUID(0, 31)),
                Year.of(2025),
                new MunicipalityId(new UUID(0, 11)),
                1,
                Kroner.of(unspent),
                Kroner.ZERO,
                terms(free, byApplication),
                List.of(),
                List.of(),
                NOW,
                NOW);
    }

    private static CarryOverTerms terms(long free, boolean byApplication) {
        return new CarryOverTerms(Kroner.of(free), byApplication);
    }

    private static CarryOver byRule(CarryOver one, long amount) {
        return one.stepped(CarryOver.Cause.RULE, Kroner.of(amount), Optional.empty(), "scheme-rules", NOW);
    }

    private static CarryOver.Request application(CarryOver of, long amount) {
        return new CarryOver.Request(
                UUID.randomUUID(),
                1,
                CarryOver.Kind.APPLICATION,
                Kroner.of(amount),
                of.unspent(),
                "Ansatt sent",
                "Rådmannen",
                NOW,
                Optional.empty(),
                Optional.empty());
    }

    private static CarryOver.Word word(long amount, String by) {
        return new CarryOver.Word(Kroner.of(amount), "Ikke bundet", by, NOW);
    }
}
