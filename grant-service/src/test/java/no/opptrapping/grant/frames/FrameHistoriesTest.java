package no.opptrapping.grant.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/**
 * Random histories of frames, awards, lapses, revisions, flow-backs and reforms of offices: no account below zero, and
 * every office's authority is used or unused, whatever happens. {@code -Dframes.seed=} plays others.
 */
class FrameHistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 25;
    private static final int OFFICES = 4;
    private static final long APPROPRIATED = 1_000;
    private static final Set<Account> BELOW_ZERO =
            EnumSet.of(Account.APPROPRIATED, Account.AWARDED_CONTRA, Account.AUTHORISED_CONTRA);

    private record Made(UUID id, Kroner amount) {}

    @Test
    void everyHistoryLeavesTheFramesWhole() {
        var seed = Long.getLong("frames.seed", 20251129L);
        System.out.println("Histories of frames: seed " + seed);
        var random = new Random(seed);
        for (var history = 0; history < HISTORIES; history++) {
            new History(random).play("seed " + seed + ", history " + history);
        }
    }

    /** One year, with what it should come to kept apart in plain sums. */
    private static final class History {
        private final Random random;
        private final PostedFrames posted = new PostedFrames();
        private final Map<CountyGovernorOfficeId, Long> authorised = new HashMap<>();
        private final Map<CountyGovernorOfficeId, List<Made>> awards = new HashMap<>();
        private long central;

        History(Random random) {
            this.random = random;
            posted.appropriate(APPROPRIATED);
        }

        void play(String which) {
            for (var step = 0; step < STEPS; step++) {
                switch (random.nextInt(7)) {
                    case 0, 1 -> change();
                    case 2 -> award();
                    case 3 -> lapse();
                    case 4 -> awardCentrally();
                    case 5 -> flowBack();
                    default -> reform();
                }
                assertWhole(which + ", step " + step);
            }
        }

        private void change() {
            var lines = IntStream.range(0, OFFICES)
                    .filter(_ -> random.nextBoolean())
                    .mapToObj(i -> new FrameChange.Line(PostedFrames.office(i), Kroner.of(random.nextInt(-200, 401))))
                    .filter(line -> !line.amount().isZero())
                    .toList();
            var sum = lines.stream().mapToLong(line -> line.amount().value()).sum();
            var possible = sum <= available()
                    && lines.stream()
                            .allMatch(line ->
                                    unused(line.office()) + line.amount().value() >= 0);
            assertThat(posted.frames().brokenBy(lines).isEmpty()).isEqualTo(possible);
            if (possible) {
                posted.change(lines);
                lines.forEach(
                        line -> authorised.merge(line.office(), line.amount().value(), Long::sum));
            }
        }

        private void award() {
            var office = any();
            var amount = Kroner.of(random.nextInt(1, 200));
            if (amount.value() <= unused(office)) {
                var made = new Made(UUID.randomUUID(), amount);
                posted.award(made.id(), office, amount);
                awards.computeIfAbsent(office, _ -> new ArrayList<>()).add(made);
            }
        }

        private void lapse() {
            var office = any();
            var some = awards.getOrDefault(office, List.of());
            if (!some.isEmpty()) {
                var ended = some.remove(random.nextInt(some.size()));
                posted.annul(ended.id(), office, ended.amount());
            }
        }

        private void awardCentrally() {
            var amount = random.nextInt(1, 100);
            if (amount <= available()) {
                posted.awardCentrally(Kroner.of(amount));
                central += amount;
            }
        }

        private void flowBack() {
            posted.change(posted.frames().unusedBack());
            authorised.replaceAll((office, _) -> awarded(office));
        }

        private void reform() {
            var from = any();
            var to = any();
            if (!from.equals(to) && authorised.getOrDefault(from, 0L) > 0 && random.nextInt(4) == 0) {
                posted.succeed(from, to);
                authorised.merge(to, authorised.getOrDefault(from, 0L), Long::sum);
                authorised.remove(from);
                awards.computeIfAbsent(to, _ -> new ArrayList<>()).addAll(awards.getOrDefault(from, List.of()));
                awards.remove(from);
            }
        }

        private CountyGovernorOfficeId any() {
            return PostedFrames.office(random.nextInt(OFFICES));
        }

        private long awarded(CountyGovernorOfficeId office) {
            return awards.getOrDefault(office, List.of()).stream()
                    .mapToLong(one -> one.amount().value())
                    .sum();
        }

        private long unused(CountyGovernorOfficeId office) {
            return authorised.getOrDefault(office, 0L) - awarded(office);
        }

        private long available() {
            return APPROPRIATED
                    - central
                    - authorised.values().stream().mapToLong(Long::longValue).sum();
        }

        private void assertWhole(String when) {
            var faults = new ArrayList<String>();
            for (var account : Account.values()) {
                if (!BELOW_ZERO.contains(account) && posted.on(account).isNegative()) {
                    faults.add(account + " is below zero");
                }
            }
            hold(faults, "available", posted.on(Account.AVAILABLE), available());
            hold(
                    faults,
                    "appropriated",
                    posted.on(Account.APPROPRIATED).negated(),
                    posted.on(Account.AVAILABLE)
                            .plus(posted.on(Account.FRAME_UNUSED))
                            .plus(posted.on(Account.AWARDED))
                            .value());
            var sum = 0L;
            for (var i = 0; i < OFFICES; i++) {
                var office = PostedFrames.office(i);
                var frame = posted.frames().of(office);
                hold(faults, "authorised of " + i, frame.authorised(), authorised.getOrDefault(office, 0L));
                hold(faults, "awarded of " + i, frame.awarded(), awarded(office));
                hold(faults, "unused of " + i, frame.unused(), unused(office));
                var accounts = posted.offices().getOrDefault(office, Map.of());
                hold(faults, "sum of " + i, Kroner.sum(List.copyOf(accounts.values())), 0);
                sum += frame.authorised().value();
            }
            hold(faults, "authorised", posted.on(Account.AUTHORISED), sum);
            if (!faults.isEmpty()) {
                throw new AssertionError(when + ": " + faults);
            }
        }

        private static void hold(List<String> faults, String what, Kroner posted, long expected) {
            if (posted.value() != expected) {
                faults.add(what + " is " + posted + ", not " + expected);
            }
        }
    }
}
