package no.opptrapping.grant.allocation.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.opptrapping.grant.allocation.engine.ByApplication;
import no.opptrapping.grant.allocation.engine.ByApplication.ApplicationDivision;
import no.opptrapping.grant.allocation.engine.Outcome;
import no.opptrapping.grant.allocation.engine.Recipient;
import no.opptrapping.grant.allocation.inputs.CallModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.inputs.RunParameters;
import no.opptrapping.grant.allocation.runs.PotLine;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.Round;
import no.opptrapping.grant.calls.Round.Takes;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Random histories of calls that are decided in rounds, with awards that lapse and money that is offered down the reserve
 * list: nobody is decided twice or forgotten, no more is given than there is, and nobody loses its rank in silence.
 */
class RoundsAndReserveTest {
    private static final long SEED = Long.getLong("rounds.seed", System.nanoTime());
    private static final int CASES = Integer.getInteger("rounds.cases", 10_000);
    private static final Instant EARLY = Instant.parse("2025-02-01T10:00:00Z");
    private static final Instant LATE = Instant.parse("2025-02-20T10:00:00Z");
    private static final Instant BY = Instant.parse("2025-02-10T10:00:00Z");

    @Test
    void holdsInEveryHistory() {
        System.out.println("RoundsAndReserveTest: -Drounds.seed=" + SEED + " -Drounds.cases=" + CASES);
        var offered = 0;
        for (var i = 0; i < CASES; i++) {
            var history = new History(SEED + i);
            history.play();
            offered += history.offered;
        }
        assertThat(offered).as("histories that reach the reserve list").isGreaterThan(CASES / 10);
    }

    /** An application of the history; {@code completeAt} is null while it is being completed. */
    private static final class Applied {
        final String reference;
        final ApplicationId id;
        final int rank;
        final Kroner assessed;
        final Kroner smallestUseful;
        boolean continuation;

        @Nullable
        Instant completeAt;

        boolean withdrawn;

        @Nullable
        Integer decidedIn;

        Applied(int number, Random random) {
            reference = "A%07d".formatted(number);
            id = new ApplicationId(new UUID(0, number));
            rank = 1 + random.nextInt(6);
            assessed = Kroner.of(1 + random.nextInt(300));
            smallestUseful = random.nextBoolean() ? Kroner.ZERO : Kroner.of(random.nextLong(assessed.value() + 1));
            continuation = random.nextBoolean();
            completeAt = random.nextInt(6) == 0 ? null : random.nextBoolean() ? EARLY : LATE;
        }

        boolean isPending() {
            return !withdrawn && decidedIn == null;
        }

        RunInputs.Application input() {
            return new RunInputs.Application(
                    new UUID(0, 1).toString(),
                    id.toString(),
                    reference,
                    new UUID(1, 1).toString(),
                    "0301",
                    assessed.value(),
                    assessed.value(),
                    smallestUseful.value(),
                    rank,
                    null,
                    EARLY.toString(),
                    List.of(),
                    null);
        }
    }

    /** One history, told by its seed. */
    private static final class History {
        private final long seed;
        private final Random random;
        private final Kroner budget;
        private final Kroner appropriation;
        private Kroner available;
        private CallParts parts;
        private final List<Applied> applied;
        private final Map<ApplicationId, Kroner> awards = new HashMap<>();
        private final Set<ApplicationId> ended = new HashSet<>();
        private final List<ReserveEntry> list = new ArrayList<>();
        private Kroner given = Kroner.ZERO;
        int offered;

        History(long seed) {
            this.seed = seed;
            random = new Random(seed);
            budget = Kroner.of(100 + random.nextInt(1_500));
            appropriation = Kroner.of(budget.value() - 50 + random.nextInt(200));
            available = appropriation;
            parts = new CallParts(rounds(), List.of());
            applied = IntStream.range(0, random.nextInt(12))
                    .mapToObj(i -> new Applied(i, random))
                    .toList();
        }

        private List<Round> rounds() {
            var some = random.nextLong(budget.value()) / 2 + 1;
            return switch (random.nextInt(5)) {
                case 0 -> List.of();
                case 1 -> List.of(round(Takes.CONTINUATIONS, null, some), round(Takes.NEW_MEASURES, null, null));
                case 2 -> List.of(round(Takes.ALL, BY, some), round(Takes.ALL, null, budget.value() - some));
                case 3 -> List.of(round(Takes.CONTINUATIONS, null, null), round(Takes.NEW_MEASURES, null, some));
                default ->
                    List.of(
                            round(Takes.CONTINUATIONS, BY, some),
                            round(Takes.ALL, BY, null),
                            round(Takes.ALL, null, null));
            };
        }

        private static Round round(Takes takes, @Nullable Instant completeBy, @Nullable Long part) {
            return new Round(
                    new LocalisedText("a", "b", "c"),
                    takes,
                    completeBy,
                    part == null ? null : Kroner.of(part),
                    LocalDate.of(2025, 4, 1));
        }

        void play() {
            var all = parts.rounds().isEmpty()
                    ? List.of(Optional.<Integer>empty())
                    : parts.numbers().stream().map(Optional::of).toList();
            for (var round : all) {
                meanwhile();
                var last = round.equals(all.getLast());
                decide(round, last);
                check();
            }
            assertThat(applied).as("seed %s: nobody is forgotten", seed).noneMatch(Applied::isPending);
            IntStream.range(0, random.nextInt(8)).forEach(_ -> {
                lapse();
                offer();
                check();
            });
        }

        /** Some withdraw, some are completed and have become another kind of application, some awards lapse. */
        private void meanwhile() {
            for (var one : applied) {
                if (one.isPending() && one.completeAt == null && random.nextBoolean()) {
                    one.completeAt = LATE;
                    one.continuation = random.nextBoolean();
                }
                one.withdrawn |= one.isPending() && random.nextInt(20) == 0;
            }
            lapse();
        }

        private void decide(Optional<Integer> round, boolean last) {
            if (last) {
                applied.forEach(one -> one.completeAt = one.completeAt == null ? LATE : one.completeAt);
            }
            var members = applied.stream()
                    .filter(one -> one.isPending()
                            && parts.roundOf(one.continuation, Optional.ofNullable(one.completeAt), Optional.empty())
                                    .equals(round))
                    .toList();
            // Whoever is being completed is waited for.
            members.forEach(one -> one.completeAt = one.completeAt == null ? LATE : one.completeAt);
            members = members.stream()
                    .filter(one -> parts.roundOf(
                                    one.continuation, Optional.ofNullable(one.completeAt), Optional.empty())
                            .equals(round))
                    .toList();
            var limit = round.map(number -> parts.limit(number, budget, given)).orElse(available);
            var money = available.min(limit);
            var run = new RunId(new UUID(2, parts.decided().size()));
            var division = divided(members, money);
            for (var line : division.lines()) {
                var one = members.stream()
                        .filter(member ->
                                member.reference.equals(line.recipient().reference()))
                        .findFirst()
                        .orElseThrow();
                assertThat(one.decidedIn).as("seed %s: decided twice", seed).isNull();
                one.decidedIn = parts.decided().size();
                if (line.amount().isPositive()) {
                    award(one.id, line.amount());
                    given = given.plus(line.amount());
                }
            }
            assertThat(round.isEmpty() || given.compareTo(budget) <= 0)
                    .as("seed %s: the rounds give no more than the call has", seed)
                    .isTrue();
            var model = new CallModel.Application("c", DivisionRule.RANKED, TieRule.NONE, round.orElse(null));
            var inputs = members.stream().collect(Collectors.toMap(one -> one.reference, Applied::input));
            list.addAll(ReserveOrder.of(
                    PotLine.of(new RunParameters.Pot("p", null, false, null, model), division)
                            .toList(),
                    line -> Optional.of(inputs.get(line.line().recipient().reference())),
                    run,
                    round,
                    list.size() + 1));
            var decided = new ArrayList<>(parts.decided());
            decided.add(new CallParts.Decided(round.orElse(null), run.value(), LATE));
            parts = new CallParts(parts.rounds(), decided);
        }

        private static ApplicationDivision divided(List<Applied> members, Kroner money) {
            var outcome = new ByApplication(
                            new ByApplication.Rule.Ranked(ByApplication.Order.RANK, ByApplication.TieRule.NONE),
                            members.stream()
                                    .map(one -> new ByApplication.Application(
                                            new Recipient(new MunicipalityNumber("0301"), one.reference),
                                            one.assessed,
                                            one.assessed,
                                            Optional.of(one.rank),
                                            Optional.empty(),
                                            one.smallestUseful,
                                            Optional.of(EARLY)))
                                    .toList(),
                            1)
                    .divide(money);
            return outcome instanceof Outcome.Allocated<ApplicationDivision>(var division)
                    ? division
                    : new ApplicationDivision(money, List.of(), true);
        }

        private void award(ApplicationId id, Kroner amount) {
            assertThat(ended).as("seed %s: awarded after it ended", seed).doesNotContain(id);
            assertThat(amount.compareTo(available))
                    .as("seed %s: more than there is", seed)
                    .isLessThanOrEqualTo(0);
            awards.merge(id, amount, Kroner::plus);
            available = available.minus(amount);
        }

        private void lapse() {
            awards.keySet().stream()
                    .sorted((one, other) -> one.toString().compareTo(other.toString()))
                    .filter(_ -> random.nextInt(4) == 0)
                    .toList()
                    .forEach(id -> {
                        available = available.plus(awards.remove(id));
                        ended.add(id);
                    });
        }

        private List<ReserveEntry> now() {
            return list.stream()
                    .map(entry ->
                            entry.now(Optional.ofNullable(awards.get(entry.id())), ended.contains(entry.id()), false))
                    .toList();
        }

        private void offer() {
            var now = now();
            var waiting = now.stream()
                    .filter(entry -> entry.state() == ReserveEntry.State.WAITING)
                    .toList();
            if (waiting.isEmpty()) {
                return;
            }
            var chosen = waiting.get(random.nextInt(waiting.size()));
            var before = waiting.stream()
                    .filter(entry -> entry.place() < chosen.place())
                    .map(entry -> new PassedOver(entry.id(), "Kan ikke begynne i år."))
                    .toList();
            var forgotten = !before.isEmpty() && random.nextInt(3) == 0;
            var passed = forgotten ? before.subList(1, before.size()) : before;
            assertThat(ReserveOrder.brokenBy(now, chosen, passed).isEmpty())
                    .as("seed %s: whoever is passed over is so with a reason", seed)
                    .isEqualTo(!forgotten);
            var amount = chosen.offer(available);
            if (!forgotten && amount.isPresent()) {
                offered++;
                award(chosen.id(), amount.get());
                assertThat(now().get(chosen.place() - 1).missing().isNegative())
                        .as("seed %s: more than it was due", seed)
                        .isFalse();
            }
        }

        private void check() {
            assertThat(available.plus(Kroner.sum(awards.values())))
                    .as("seed %s: what is awarded and what is left is what there was", seed)
                    .isEqualTo(appropriation);
            assertThat(available.isNegative()).as("seed %s", seed).isFalse();
            for (var i = 0; i < list.size(); i++) {
                var entry = list.get(i);
                assertThat(entry.place()).as("seed %s", seed).isEqualTo(i + 1);
                assertThat(entry.missing().isPositive()).as("seed %s", seed).isTrue();
                if (i > 0 && list.get(i - 1).run().equals(entry.run())) {
                    assertThat(list.get(i - 1).application().rank())
                            .as("seed %s: the rank is kept", seed)
                            .isLessThanOrEqualTo(entry.application().rank());
                }
            }
        }
    }
}
