package no.opptrapping.grant.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Journal;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.testing.UncausedPostings;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random histories of a scheme's money, against a model that is kept apart: every identity holds after every step. */
@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class LedgerHistoryIT {
    private static final Instant NOW = Instant.parse("2025-06-01T08:00:00Z");
    private static final int STEPS = 150;

    @Inject
    Ledger ledger;

    @Inject
    Journal journal;

    private final SchemeId scheme = SchemeId.random();
    private final List<AwardFacts> awards = new ArrayList<>();
    private long appropriated;
    private long framework;

    @ParameterizedTest
    @ValueSource(longs = {1, 42, 20250601})
    void holdsEveryIdentityAfterEveryStep(long seed) {
        System.out.println("Ledger history with seed " + seed);
        var random = new Random(seed);
        try (var _ = UncausedPostings.allowed()) {
            for (var step = 0; step < STEPS; step++) {
                step(random);
                assertHolds("step " + step + " of seed " + seed);
            }
        }
    }

    private void step(Random random) {
        var available = available();
        switch (random.nextInt(10)) {
            case 0 -> revise(1 + random.nextLong(1_000_000));
            case 1 -> {
                if (available > 0) {
                    revise(-1 - random.nextLong(available));
                }
            }
            case 2, 3 -> {
                if (available > 0) {
                    award(1 + random.nextLong(available));
                }
            }
            case 4 ->
                anyAward(random)
                        .filter(award -> unpaid(award) > 0)
                        .ifPresent(award -> pay(award, 1 + random.nextLong(unpaid(award))));
            case 5 ->
                anyAward(random)
                        .filter(award -> award.paid().isPositive())
                        .ifPresent(award -> report(
                                award,
                                random.nextLong(
                                        award.paid().minus(award.claimed()).value() + 1)));
            case 7 -> {
                if (available > 0) {
                    anyAward(random).ifPresent(award -> increase(award, 1 + random.nextLong(available)));
                }
            }
            case 8 ->
                anyAward(random).ifPresent(award -> {
                    var ofUnpaid = random.nextLong(unpaid(award) + 1);
                    var claimed = random.nextLong(unreported(award) + 1);
                    if (ofUnpaid + claimed > 0) {
                        reduce(award, ofUnpaid, claimed);
                    }
                });
            case 6 -> {
                if (available > 0) {
                    giveToTheFramework(1 + random.nextLong(available));
                }
                var change = random.nextLong(-framework, available() + 1);
                if (change != 0) {
                    correctTheFramework(change);
                }
            }
            default -> refuseOrCutOff(random, available);
        }
    }

    private void revise(long change) {
        post(Posting.revised(scheme, MoneyWorld.YEAR, UUID.randomUUID(), Kroner.of(change), "ada", NOW));
        appropriated += change;
    }

    private void award(long amount) {
        var id = UUID.randomUUID();
        post(Posting.awarded(scheme, MoneyWorld.YEAR, id, Kroner.of(amount), "dina", NOW));
        awards.add(new AwardFacts(
                id,
                Optional.of(id.toString()),
                Kroner.of(amount),
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                Kroner.ZERO,
                AwardFacts.Claims.NONE));
    }

    private void increase(AwardFacts award, long amount) {
        post(Posting.increased(
                scheme, MoneyWorld.YEAR, award.award(), UUID.randomUUID(), Kroner.of(amount), "dina", NOW));
        replace(
                award,
                award.amount().plus(Kroner.of(amount)),
                award.claimed(),
                award.paid(),
                award.spent(),
                award.unspent());
    }

    private void reduce(AwardFacts award, long ofUnpaid, long claimed) {
        post(Posting.reduced(
                scheme,
                MoneyWorld.YEAR,
                award.award(),
                UUID.randomUUID(),
                Kroner.of(ofUnpaid),
                Kroner.of(claimed),
                "dina",
                NOW));
        replace(
                award,
                award.amount().minus(Kroner.of(ofUnpaid + claimed)),
                award.claimed().plus(Kroner.of(claimed)),
                award.paid(),
                award.spent(),
                award.unspent());
    }

    private void pay(AwardFacts award, long amount) {
        post(Posting.paid(scheme, MoneyWorld.YEAR, award.award(), UUID.randomUUID(), Kroner.of(amount), "bank", NOW));
        replace(
                award,
                award.amount(),
                award.claimed(),
                award.paid().plus(Kroner.of(amount)),
                award.spent(),
                award.unspent());
    }

    /** A report, or a correction: all that is paid is accounted for, and only the difference is posted. */
    private void report(AwardFacts award, long spent) {
        var unspent = award.paid().minus(award.claimed()).minus(Kroner.of(spent));
        var spentChange = Kroner.of(spent).minus(award.spent());
        var unspentChange = unspent.minus(award.unspent());
        if (!spentChange.isZero() || !unspentChange.isZero()) {
            post(Posting.reported(
                    scheme,
                    MoneyWorld.YEAR,
                    award.award(),
                    UUID.randomUUID(),
                    1,
                    Account.PAID_UNREPORTED,
                    spentChange,
                    unspentChange,
                    NOW));
        }
        replace(award, award.amount(), award.claimed(), award.paid(), Kroner.of(spent), unspent);
    }

    private void giveToTheFramework(long amount) {
        post(Posting.frameworkPaid(scheme, MoneyWorld.YEAR, UUID.randomUUID(), Kroner.of(amount), "dina", NOW));
        framework += amount;
    }

    /** More, or less: what is given back is available again. */
    private void correctTheFramework(long change) {
        post(Posting.frameworkCorrected(scheme, MoneyWorld.YEAR, UUID.randomUUID(), 2, Kroner.of(change), "dina", NOW));
        framework += change;
    }

    /** What is refused, and what is cut off before its commit, leaves nothing behind: the model does not change. */
    private void refuseOrCutOff(Random random, long available) {
        if (random.nextBoolean()) {
            var tooMuch =
                    Posting.awarded(scheme, MoneyWorld.YEAR, UUID.randomUUID(), Kroner.of(available + 1), "dina", NOW);
            assertThatThrownBy(() -> post(tooMuch)).hasStackTraceContaining("ledger_no_overdraft");
        } else {
            assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                        ledger.post(
                                Posting.revised(scheme, MoneyWorld.YEAR, UUID.randomUUID(), Kroner.of(1), "ada", NOW));
                        throw new IllegalStateException("cut off");
                    }))
                    .hasMessageContaining("cut off");
        }
    }

    private void post(Posting posting) {
        QuarkusTransaction.requiringNew().run(() -> ledger.post(posting));
    }

    private void assertHolds(String when) {
        QuarkusTransaction.requiringNew().run(() -> {
            var facts = new SchemeYearFacts(
                    scheme,
                    MoneyWorld.YEAR,
                    journal.balances(scheme, MoneyWorld.YEAR),
                    journal.sumsOfLines(scheme, MoneyWorld.YEAR),
                    journal.standings(scheme, MoneyWorld.YEAR),
                    Kroner.of(appropriated),
                    Kroner.ZERO,
                    awards,
                    Kroner.of(framework),
                    Kroner.ZERO,
                    List.of());
            assertThat(facts.identities()).as(when).allMatch(Identity::holds);
            assertThat(facts.awardsOutOfStep()).as(when).isEmpty();
        });
    }

    private long available() {
        return appropriated
                - framework
                - awards.stream()
                        .mapToLong(award -> award.amount().plus(award.claimed()).value())
                        .sum();
    }

    private static long unreported(AwardFacts award) {
        return award.paid()
                .minus(award.claimed())
                .minus(award.spent())
                .minus(award.unspent())
                .value();
    }

    private static long unpaid(AwardFacts award) {
        return award.amount().minus(award.paid()).plus(award.claimed()).value();
    }

    private Optional<AwardFacts> anyAward(Random random) {
        return awards.isEmpty() ? Optional.empty() : Optional.of(awards.get(random.nextInt(awards.size())));
    }

    private void replace(AwardFacts award, Kroner amount, Kroner claimed, Kroner paid, Kroner spent, Kroner unspent) {
        awards.set(
                awards.indexOf(award),
                new AwardFacts(
                        award.award(),
                        award.reference(),
                        amount,
                        paid,
                        claimed,
                        spent,
                        unspent,
                        Kroner.ZERO,
                        Kroner.ZERO,
                        AwardFacts.Claims.NONE));
    }
}
