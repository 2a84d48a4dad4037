package no.opptrapping.municipality.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Finds what a feed of changes tells that the register does not know, and says it in the register's terms: who is
 * merged, split, renumbered or renamed. Pure.
 */
public final class CompareStructure {
    private final List<CodeChange> changes;

    public CompareStructure(List<CodeChange> changes) {
        this.changes = changes.stream().distinct().toList();
    }

    /** The days with changes that the register does not know, oldest first: of these the source's lists are needed. */
    public List<LocalDate> newDays(Register register) {
        return changes.stream()
                .filter(change -> !isKnown(change, register))
                .map(CodeChange::on)
                .distinct()
                .sorted()
                .toList();
    }

    /**
     * What differs, oldest first.
     *
     * @param lists the numbers in use on each of the {@link #newDays}, as the source lists them
     * @throws SourceFault if the lists contradict the changes
     */
    public List<Difference> differences(Register register, Map<LocalDate, Set<MunicipalityNumber>> lists)
            throws SourceFault {
        var found = new ArrayList<Difference>();
        var working = register;
        for (var day : newDays(register)) {
            var list = lists.getOrDefault(day, Set.of());
            var ofDay = new DayOfChanges(day, list, working).differences(unknownOn(day, working));
            working = new ApplyStructure(working).withProvisionalShares(ofDay);
            requireSame(day, working, list);
            found.addAll(ofDay);
        }
        return found;
    }

    private static void requireSame(LocalDate day, Register register, Set<MunicipalityNumber> list) throws SourceFault {
        var expected = new TreeSet<>(list);
        var got = new TreeSet<MunicipalityNumber>();
        register.validOn(day).forEach(listed -> got.add(listed.number()));
        if (!got.equals(expected)) {
            var onlyListed = new TreeSet<>(expected);
            onlyListed.removeAll(got);
            got.removeAll(expected);
            throw new SourceFault(
                    SourceFault.Reason.CONTRADICTORY,
                    Map.of("what", day + ": +" + first(onlyListed) + " -" + first(got)));
        }
    }

    private static List<MunicipalityNumber> first(Set<MunicipalityNumber> numbers) {
        return numbers.stream().limit(10).toList();
    }

    private List<CodeChange> unknownOn(LocalDate day, Register register) {
        return changes.stream()
                .filter(change -> change.on().equals(day) && !isKnown(change, register))
                .toList();
    }

    private static boolean isKnown(CodeChange change, Register register) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return change.before().or(change::after).stream()
                    .anyMatch(named -> numbersOn(change.on(), register).containsKey(named.number())
                            == change.after().isPresent());
        }
        var old = change.before().get();
        var next = change.after().get();
        if (old.equals(next)) {
            return true;
        }
        var from = numbersOn(change.on().minusDays(1), register).get(old.number());
        var to = numbersOn(change.on(), register).get(next.number());
        if (from == null || to == null) {
            return false;
        }
        if (old.number().equals(next.number())) {
            return to.name().equals(next.name());
        }
        return from.id().equals(to.id())
                || register.lineage().successorsOf(from.id()).stream()
                        .anyMatch(step -> step.to().equals(to.id()) && step.on().equals(change.on()));
    }

    static Map<MunicipalityNumber, Listed> numbersOn(LocalDate date, Register register) {
        return register.validOn(date).stream().collect(toMap(Listed::number, identity()));
    }
}
