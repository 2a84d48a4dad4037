package no.opptrapping.grant.allocation.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import no.opptrapping.grant.allocation.runs.AmountDifference.Held;
import no.opptrapping.grant.allocation.runs.AmountDifference.Standing;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.Posting;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** Ten thousand histories of awards that are paid, reported, given up, increased and corrected: every krone is somewhere. */
class CorrectionHistoriesTest {
    private static final long SEED = 20_251_129L;
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 12;
    private static final int RECIPIENTS = 4;

    @Test
    void leaveTheLedgerWhole() {
        System.out.println("Histories of corrections with seed " + SEED);
        for (var i = 0; i < HISTORIES; i++) {
            new History(new Random(SEED + i), SEED + i).play();
        }
    }

    private static final class AwardOf {
        final AwardId id = AwardId.random();
        final int recipient;
        final Map<Account, Long> balances = new EnumMap<>(Account.class);
        long amount;
        long first;
        long changes;
        Standing standing = Standing.VALID;

        AwardOf(int recipient, long amount) {
            this.recipient = recipient;
            this.amount = amount;
            this.first = amount;
        }

        Kroner on(Account account) {
            return Kroner.of(balances.getOrDefault(account, 0L));
        }
    }

    private static final class History {
        private static final SchemeId SCHEME = new SchemeId(new UUID(0, 1));
        private static final Year YEAR = Year.of(2025);
        private static final Instant NOW = Instant.EPOCH;
        private static final LocalisedText WHY = new LocalisedText("a", "b", "c");
        private final Random random;
        private final long seed;
        private final Map<Account, Long> balances = new EnumMap<>(Account.class);
        private final List<AwardOf> awards = new ArrayList<>();
        private final long[] edition = new long[RECIPIENTS];
        /** What each is due; every second history is of applications, the others know no limit. */
        private final long[] due = new long[RECIPIENTS];

        private final boolean isOfApplications;
        private long appropriated;

        History(Random random, long seed) {
            this.random = random;
            this.seed = seed;
            this.isOfApplications = seed % 2 == 0;
        }

        void play() {
            appropriated = 1 + random.nextLong(1_000_000);
            post(null, Posting.appropriated(SCHEME, YEAR, UUID.randomUUID(), Kroner.of(appropriated), "a", NOW));
            var left = appropriated;
            for (var i = 0; i < RECIPIENTS; i++) {
                edition[i] = random.nextInt(4) == 0 ? 0 : random.nextLong(left + 1);
                left -= edition[i];
                due[i] = edition[i] + random.nextLong(appropriated);
                if (edition[i] > 0) {
                    make(i, edition[i]);
                }
            }
            for (var step = 0; step < STEPS; step++) {
                step();
                assertWhole();
            }
        }

        private void step() {
            if (awards.isEmpty()) {
                return;
            }
            var award = awards.get(random.nextInt(awards.size()));
            switch (random.nextInt(6)) {
                case 0 -> pay(award);
                case 1 -> report(award);
                case 2 -> giveUp(award);
                case 3 -> increase(award);
                default -> correct();
            }
        }

        private void pay(AwardOf award) {
            var unpaid = award.on(Account.AWARDED_UNPAID).value();
            if (unpaid > 0) {
                post(award, Posting.paid(SCHEME, YEAR, award.id.value(), UUID.randomUUID(), some(unpaid), "b", NOW));
            }
        }

        private void report(AwardOf award) {
            var unreported = award.on(Account.PAID_UNREPORTED).value();
            if (unreported > 0) {
                var spent = some(unreported);
                var unspent = Kroner.of(random.nextLong(unreported - spent.value() + 1));
                post(
                        award,
                        Posting.reported(
                                SCHEME,
                                YEAR,
                                award.id.value(),
                                UUID.randomUUID(),
                                1,
                                Account.PAID_UNREPORTED,
                                spent,
                                unspent,
                                NOW));
            }
        }

        private void giveUp(AwardOf award) {
            if (award.standing == Standing.VALID
                    && award.on(Account.AWARDED_UNPAID).value() == award.amount) {
                post(award, Posting.annulled(SCHEME, YEAR, award.id.value(), Kroner.of(award.amount), "m", NOW));
                award.standing = Standing.GIVEN_UP;
            }
        }

        private void increase(AwardOf award) {
            var available = balances.getOrDefault(Account.AVAILABLE, 0L);
            // The reserve list gives an application what is missing to what it is due.
            var most = isOfApplications ? Math.min(available, due[award.recipient] - award.amount) : available;
            if (award.standing == Standing.VALID && most > 0) {
                change(award, changed(award, Kroner.of(award.amount).plus(some(most)), Kroner.ZERO));
            }
        }

        /** All of it or nothing, as the correction itself. */
        private void correct() {
            var paidPart = random.nextBoolean() ? PaidPart.SETTLE : PaidPart.CLAIM;
            var after = new long[RECIPIENTS];
            var left = appropriated;
            for (var i = 0; i < RECIPIENTS; i++) {
                after[i] = random.nextInt(3) == 0 ? edition[i] : random.nextLong(left + 1);
                left = Math.max(0, left - after[i]);
            }
            var dueThen = due.clone();
            for (var i = 0; i < RECIPIENTS; i++) {
                dueThen[i] =
                        random.nextInt(3) == 0 ? after[i] + random.nextLong(appropriated) : Math.max(due[i], after[i]);
            }
            var changes = new LinkedHashMap<AwardOf, AwardChange>();
            var toMake = new LinkedHashMap<Integer, Kroner>();
            var takes = 0L;
            for (var i = 0; i < RECIPIENTS; i++) {
                var recipient = i;
                var of = awards.stream()
                        .filter(one -> one.recipient == recipient)
                        .toList();
                var effect = AmountDifference.of(
                        Kroner.of(edition[i]),
                        Kroner.of(after[i]),
                        isOfApplications ? Optional.of(Kroner.of(dueThen[i])) : Optional.empty(),
                        of.stream()
                                .map(one -> new Held(one.id, Kroner.of(one.amount), one.standing))
                                .toList());
                for (var award : of) {
                    var amount = effect.changed().get(award.id);
                    if (amount != null) {
                        assertThat(isOfApplications && amount.value() > Math.max(award.amount, dueThen[i]))
                                .as("seed %s: more than it is due", seed)
                                .isFalse();
                        var claimed = Kroner.ZERO;
                        if (amount.value() < award.amount) {
                            var taking = paidPart.take(
                                    Kroner.of(award.amount).minus(amount),
                                    new PaidPart.Standing(
                                            award.on(Account.AWARDED_UNPAID),
                                            Kroner.ZERO,
                                            award.on(Account.PAID_UNREPORTED),
                                            award.on(Account.SPENT).plus(award.on(Account.UNSPENT))));
                            if (!(taking instanceof PaidPart.Taking.Taken taken)) {
                                return;
                            }
                            claimed = taken.claimed();
                        }
                        var change = changed(award, amount, claimed);
                        changes.put(award, change);
                        takes += change.takes().value();
                    }
                }
                if (effect.toMake().isPositive()) {
                    toMake.put(i, effect.toMake());
                    takes += effect.toMake().value();
                }
            }
            if (takes > balances.getOrDefault(Account.AVAILABLE, 0L)) {
                return;
            }
            changes.entrySet().stream()
                    .sorted(Comparator.comparing(one -> one.getValue().difference()))
                    .toList()
                    .forEach(one -> change(one.getKey(), one.getValue()));
            toMake.forEach((recipient, amount) -> make(recipient, amount.value()));
            System.arraycopy(after, 0, edition, 0, RECIPIENTS);
            System.arraycopy(dueThen, 0, due, 0, RECIPIENTS);
        }

        private void make(int recipient, long amount) {
            var award = new AwardOf(recipient, amount);
            awards.add(award);
            post(award, Posting.awarded(SCHEME, YEAR, award.id.value(), Kroner.of(amount), "d", NOW));
        }

        private static AwardChange changed(AwardOf award, Kroner amount, Kroner claimed) {
            return new AwardChange(
                    UUID.randomUUID(),
                    AwardChange.Cause.CORRECTION,
                    Kroner.of(award.amount),
                    amount,
                    claimed,
                    List.of(),
                    WHY,
                    Optional.empty(),
                    "d",
                    NOW);
        }

        private void change(AwardOf award, AwardChange change) {
            post(award, change.posting(SCHEME, YEAR, award.id));
            award.changes += change.difference().value();
            award.amount = change.after().value();
            award.standing = change.after().isZero() ? Standing.REDUCED : award.standing;
        }

        private Kroner some(long most) {
            return Kroner.of(1 + random.nextLong(most));
        }

        private void post(AwardOf award, Posting posting) {
            for (var line : posting.lines()) {
                balances.merge(line.account(), line.amount().value(), Long::sum);
                if (award != null) {
                    award.balances.merge(line.account(), line.amount().value(), Long::sum);
                }
            }
        }

        private void assertWhole() {
            assertThat(balances.values().stream().mapToLong(one -> one).sum())
                    .as("seed %s", seed)
                    .isZero();
            balances.forEach((account, balance) -> assertThat(
                            balance >= 0 || account == Account.APPROPRIATED || account == Account.AWARDED_CONTRA)
                    .as("%s of seed %s", account, seed)
                    .isTrue());
            assertThat(balances.getOrDefault(Account.AVAILABLE, 0L)
                            + balances.getOrDefault(Account.AWARDED, 0L)
                            + balances.getOrDefault(Account.CLAIM, 0L))
                    .as("seed %s", seed)
                    .isEqualTo(appropriated);
            for (var award : awards) {
                assertThat(award.first + award.changes).as("seed %s", seed).isEqualTo(award.amount);
                assertThat(award.on(Account.AWARDED).value())
                        .as("seed %s", seed)
                        .isEqualTo(award.standing == Standing.GIVEN_UP ? 0 : award.amount);
                assertThat(award.on(Account.AWARDED_UNPAID)
                                .plus(award.on(Account.PAID_UNREPORTED))
                                .plus(award.on(Account.SPENT))
                                .plus(award.on(Account.UNSPENT)))
                        .as("seed %s", seed)
                        .isEqualTo(award.on(Account.AWARDED));
                award.balances.forEach((account, balance) -> assertThat(
                                balance >= 0 || account == Account.AVAILABLE || account == Account.AWARDED_CONTRA)
                        .as("%s of seed %s", account, seed)
                        .isTrue());
            }
        }
    }
}
