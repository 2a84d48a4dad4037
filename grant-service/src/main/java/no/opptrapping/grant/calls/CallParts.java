package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
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
     * @param office whose part of it; null where the Directorate decides
     * @param run the adopted run that decided it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Decided(@Nullable Integer round, @Nullable CountyGovernorOfficeId office, UUID run, Instant at) {
        /** That the Directorate decided it. */
        public Decided(@Nullable Integer round, UUID run, Instant at) {
            this(round, null, run, at);
        }

        boolean is(Optional<Integer> aRound, Optional<CountyGovernorOfficeId> anOffice) {
            return Optional.ofNullable(round).equals(aRound)
                    && Optional.ofNullable(office).equals(anOffice);
        }
    }

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

    /** The rounds as everybody is shown them, in their order. */
    public List<NumberedRound> numbered() {
        return numbers().stream()
                .flatMap(number -> numbered(number, Optional.empty()).stream())
                .toList();
    }

    /** The round, and when the office, or without one the Directorate, decided it. */
    public Optional<NumberedRound> numbered(int number, Optional<CountyGovernorOfficeId> office) {
        return round(number)
                .map(round -> NumberedRound.of(
                        number,
                        round,
                        decided.stream()
                                .filter(one -> one.is(Optional.of(number), office))
                                .map(Decided::at)
                                .findFirst()
                                .orElse(null)));
    }

    /** Whether anything of the round has been decided. */
    boolean isBegun(int round) {
        return decided.stream().anyMatch(one -> one.round() != null && one.round() == round);
    }

    /** Whether a run has decided the part. */
    public boolean isDecided(CallPart part) {
        return decided.stream().anyMatch(one -> one.is(part.round(), part.office()));
    }

    /**
     * The round that an application waits in: the first undecided one that takes it. One that has become another kind of
     * application since its round was decided waits in the first that is undecided, so that it is never in none; and one
     * that has come to an office which has decided all its rounds, in the last, which that office decides again.
     *
     * @param continuation whether it carries on what an earlier year's application was for
     * @param completeAt when it was complete; empty while it is being completed
     * @param office the county governor's office that decides it; empty where the Directorate does
     */
    public Optional<Integer> roundOf(
            boolean continuation, Optional<Instant> completeAt, Optional<CountyGovernorOfficeId> office) {
        var undecided = numbers().stream()
                .filter(number -> decided.stream().noneMatch(one -> one.is(Optional.of(number), office)))
                .toList();
        return undecided.stream()
                .filter(number -> rounds.get(number - 1).takes(continuation, completeAt))
                .findFirst()
                .or(() -> undecided.stream().findFirst())
                .or(() -> office.flatMap(_ -> numbers().reversed().stream().findFirst()));
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
                .filter(number -> number == round || isBegun(number))
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
