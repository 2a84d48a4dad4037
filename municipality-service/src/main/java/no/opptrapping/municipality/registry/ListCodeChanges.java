package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Lists the changes of municipality and county codes row by row, as Klass 131 and 104 do. */
public final class ListCodeChanges {
    private static final Comparator<CodeChange> ORDER = Comparator.comparing(CodeChange::on)
            .thenComparing(CodeChange::oldCode)
            .thenComparing(CodeChange::newCode);

    private ListCodeChanges() {}

    /**
     * Changes of municipality numbers and names from the one day up to, not including, the other. Who takes others over
     * under its own number, like Trondheim in the merger with Klæbu, has a row of its own too.
     */
    public static List<CodeChange> ofMunicipalities(Register register, LocalDate from, LocalDate to) {
        return ListChanges.of(register, from, to).stream()
                .flatMap(change -> change.before().stream()
                        .flatMap(before -> change.after().stream()
                                .map(after -> new CodeChange(
                                        before.number().value(),
                                        before.name(),
                                        after.number().value(),
                                        after.name(),
                                        change.on()))))
                .distinct()
                .sorted(ORDER)
                .toList();
    }

    /** Changes of counties from the one day up to, not including, the other: who took over from those that ceased. */
    public static List<CodeChange> ofCounties(Register register, LocalDate from, LocalDate to) {
        return register.counties().stream()
                .flatMap(county -> successors(register, county).stream()
                        .filter(step -> county.period().to().equals(Optional.of(step.on())))
                        .map(step -> new CodeChange(
                                county.number(),
                                county.name(),
                                step.county().number(),
                                step.county().name(),
                                step.on())))
                .filter(row -> !row.on().isBefore(from) && row.on().isBefore(to))
                .sorted(ORDER)
                .toList();
    }

    /**
     * A county that municipalities of another went to or came from on a day.
     *
     * @param municipalities those that moved, as they were the day before, by number
     */
    public record CountyStep(County county, LocalDate on, List<Listed> municipalities) {
        public CountyStep {
            municipalities = List.copyOf(municipalities);
        }
    }

    /** Where municipalities of the county, or parts of them, went: all when it ceased, and single ones before that. */
    public static List<CountyStep> successors(Register register, County county) {
        return steps(register, move -> move.from().equals(county), Move::to);
    }

    /** Where municipalities of the county, or parts of them, came from: all when it was founded, and single ones later. */
    public static List<CountyStep> predecessors(Register register, County county) {
        return steps(register, move -> move.to().equals(county), Move::from);
    }

    /** That a municipality, or a part of it, came to another county. */
    private record Move(LocalDate on, Listed municipality, County from, County to) {}

    private static List<CountyStep> steps(Register register, Predicate<Move> wanted, Function<Move, County> other) {
        var steps = new TreeMap<LocalDate, Map<String, List<Move>>>();
        moves(register)
                .filter(wanted)
                .forEach(move -> steps.computeIfAbsent(move.on(), _ -> new TreeMap<>())
                        .computeIfAbsent(other.apply(move).number(), _ -> new ArrayList<>())
                        .add(move));
        return steps.values().stream()
                .flatMap(day -> day.values().stream())
                .map(moves -> new CountyStep(
                        other.apply(moves.getFirst()),
                        moves.getFirst().on(),
                        moves.stream()
                                .map(Move::municipality)
                                .sorted(Comparator.comparing(Listed::number))
                                .toList()))
                .toList();
    }

    private static Stream<Move> moves(Register register) {
        return ListChanges.of(register, LocalDate.MIN, LocalDate.MAX).stream()
                .flatMap(change -> change.before().stream()
                        .flatMap(before -> change.after().stream()
                                .flatMap(after -> move(register, change, before, after).stream())))
                .distinct();
    }

    private static Optional<Move> move(Register register, RegisterChange change, Listed before, Listed after) {
        return register.countyOf(before.version())
                .flatMap(from -> register.countyOf(after.version())
                        .filter(to -> !to.equals(from))
                        .map(to -> new Move(change.on(), before, from, to)));
    }
}
