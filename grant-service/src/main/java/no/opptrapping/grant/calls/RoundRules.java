package no.opptrapping.grant.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;

/** What must hold for the rounds of a call: each can get applications and money, and every application has one. */
final class RoundRules {
    private final List<Round> rounds;
    private final LocalDate opensOn;
    private final Instant deadline;
    private final Kroner budget;
    private final List<BrokenRule> broken = new ArrayList<>();

    private RoundRules(List<Round> rounds, LocalDate opensOn, Instant deadline, Kroner budget) {
        this.rounds = rounds;
        this.opensOn = opensOn;
        this.deadline = deadline;
        this.budget = budget;
    }

    /** Everything that is wrong with them; nothing with none at all. */
    static List<BrokenRule> brokenBy(List<Round> rounds, LocalDate opensOn, Instant deadline, Kroner budget) {
        return rounds.isEmpty() ? List.of() : new RoundRules(rounds, opensOn, deadline, budget).broken();
    }

    /** The rounds that are decided stay what they were. */
    static List<BrokenRule> brokenBy(CallParts before, List<Round> after) {
        if (before.rounds().isEmpty() && !before.decided().isEmpty()) {
            return List.of(BrokenRule.of("call.round-decided", "/rounds", "round", 1));
        }
        return before.numbers().stream()
                .filter(before::isBegun)
                .filter(number -> after.size() < number
                        || !after.get(number - 1).equals(before.rounds().get(number - 1)))
                .map(number -> BrokenRule.of("call.round-decided", at(number - 1, ""), "round", number))
                .toList();
    }

    private List<BrokenRule> broken() {
        money();
        for (var i = 0; i < rounds.size(); i++) {
            moment(i);
            applications(i);
            day(i);
        }
        everyApplication();
        return broken;
    }

    private void money() {
        var sum = 0L;
        for (var i = 0; i < rounds.size(); i++) {
            var own = rounds.get(i).budget();
            if (own != null && !own.isPositive()) {
                broken.add(BrokenRule.of("call.round-budget-not-positive", at(i, "/budget"), "amount", own));
            } else if (own != null) {
                sum = Math.addExact(sum, own.value());
            }
        }
        var parts = Kroner.of(sum);
        if (parts.compareTo(budget) > 0) {
            broken.add(BrokenRule.of("call.rounds-exceed-budget", "/rounds", "sum", parts, "budget", budget));
        }
        if (parts.compareTo(budget) >= 0) {
            IntStream.range(0, rounds.size())
                    .filter(i -> rounds.get(i).budget() == null)
                    .forEach(i -> broken.add(BrokenRule.of("call.round-without-money", at(i, "/budget"))));
        }
    }

    private void moment(int i) {
        var completeBy = rounds.get(i).completeBy();
        if (completeBy != null
                && (completeBy.isAfter(deadline) || completeBy.isBefore(BusinessDates.startOf(opensOn)))) {
            broken.add(BrokenRule.of("call.round-moment-outside", at(i, "/completeBy"), "deadline", deadline));
        }
    }

    /** An earlier round that takes the same for at least as long leaves nobody for this one. */
    private void applications(int i) {
        var round = rounds.get(i);
        var reachable = Stream.of(true, false)
                .filter(round.takes()::takes)
                .anyMatch(continuation -> rounds.subList(0, i).stream()
                        .filter(earlier -> earlier.takes().takes(continuation))
                        .allMatch(earlier -> earlier.completeBy() != null
                                && (round.completeBy() == null
                                        || earlier.completeBy().isBefore(round.completeBy()))));
        if (!reachable) {
            broken.add(BrokenRule.of("call.round-takes-nobody", at(i, "/takes")));
        }
    }

    /** A round is decided after its applications are known, and not before an earlier round. */
    private void day(int i) {
        var earliest = Stream.concat(
                        Stream.of(rounds.get(i).completeOn(deadline)),
                        rounds.subList(0, i).stream().map(Round::expectedOn))
                .max(LocalDate::compareTo)
                .orElseThrow();
        if (rounds.get(i).expectedOn().isBefore(earliest)) {
            broken.add(BrokenRule.of("call.round-day-too-early", at(i, "/expectedOn"), "earliest", earliest));
        }
    }

    private void everyApplication() {
        for (var continuation : List.of(true, false)) {
            if (rounds.stream().noneMatch(round -> round.takes(continuation, Optional.empty()))) {
                broken.add(BrokenRule.of(
                        continuation ? "call.continuations-in-no-round" : "call.new-measures-in-no-round", "/rounds"));
            }
        }
    }

    private static String at(int i, String member) {
        return "/rounds/" + i + member;
    }
}
