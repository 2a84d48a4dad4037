package no.opptrapping.grant.calls;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/**
 * How a call is decided: in rounds or as a whole, and what of it has been decided.
 *
 * @param rounds in the order in which they are decided; none: the call is decided as a whole
 * @param decided oldest first
 */
public record CallParts(List<Round> rounds, List<Decided> decided) {
    /** Decided as a whole, and not yet. */
    public static final CallParts WHOLE = new CallParts(List.of(), List.of());

    /**
     * That a part was decided.
     *
     * @param round its number; null for a call without rounds
     * @param run the adopted run that decided it
     */
    public record Decided(@Nullable Integer round, UUID run, Instant at) {}

    public CallParts {
        rounds = List.copyOf(rounds);
        decided = List.copyOf(decided);
    }

    /** The round with the number, from 1. */
    public Optional<Round> round(int number) {
        return number < 1 || number > rounds.size() ? Optional.empty() : Optional.of(rounds.get(number - 1));
    }

    /** The numbers of the rounds, in their order. */
    public List<Integer> numbers() {
        return IntStream.rangeClosed(1, rounds.size()).boxed().toList();
    }

    /** Whether the call is divided so that this is a part of it. */
    public boolean has(Optional<Integer> round) {
        return round.map(number -> round(number).isPresent()).orElse(rounds.isEmpty());
    }

    /** The rounds as they are shown, in their order. */
    public List<NumberedRound> numbered() {
        return numbers().stream().flatMap(number -> numbered(number).stream()).toList();
    }

    /** The round as it is shown. */
    public Optional<NumberedRound> numbered(int number) {
        return round(number)
                .map(round -> NumberedRound.of(number, round, decidedAt(number).orElse(null)));
    }

    /** When the round was decided. */
    public Optional<Instant> decidedAt(int round) {
        return decided.stream()
                .filter(one -> one.round() != null && one.round() == round)
                .map(Decided::at)
                .findFirst();
    }

    public boolean isDecided(int round) {
        return decidedAt(round).isPresent();
    }

    /**
     * The round that an application waits in: the first undecided one that takes it. One that has become another kind of
     * application since its round was decided waits in the first that is undecided, so that it is never in none.
     *
     * @param continuation whether it carries on what an earlier year's application was for
     * @param completeAt when it was complete; empty while it is being completed
     */
    public Optional<Integer> roundOf(boolean continuation, Optional<Instant> completeAt) {
        var undecided = numbers().stream().filter(number -> !isDecided(number)).toList();
        return undecided.stream()
                .filter(number -> rounds.get(number - 1).takes(continuation, completeAt))
                .findFirst()
                .or(() -> undecided.stream().findFirst());
    }

    /**
     * The most that the round may give: its own part and what decided rounds have left of theirs, or where one of them
     * takes what is left, the call's budget but for the parts of the others.
     *
     * @param budget of the call
     * @param given what the decided rounds have given
     */
    public Kroner limit(int round, Kroner budget, Kroner given) {
        var now = numbers().stream()
                .filter(number -> number == round || isDecided(number))
                .toList();
        var own = now.stream().map(number -> rounds.get(number - 1).budget()).toList();
        var pool = own.stream().allMatch(part -> part != null)
                ? sum(now)
                : budget.minus(sum(numbers().stream()
                        .filter(number -> !now.contains(number))
                        .toList()));
        return pool.minus(given).max(Kroner.ZERO);
    }

    /** The parts of the rounds that have one of their own. */
    private Kroner sum(List<Integer> numbers) {
        return Kroner.sum(numbers.stream()
                .flatMap(number -> Optional.ofNullable(rounds.get(number - 1).budget()).stream())
                .toList());
    }

    /** The same when a part has been decided. */
    CallParts with(Decided one) {
        var all = new ArrayList<>(decided);
        all.add(one);
        return new CallParts(rounds, all);
    }

    /** The same with other rounds. */
    CallParts with(List<Round> others) {
        return new CallParts(others, decided);
    }
}
