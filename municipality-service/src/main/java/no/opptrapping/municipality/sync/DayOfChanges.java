package no.opptrapping.municipality.sync;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The changes of one day that the register does not know, put together from their rows. */
final class DayOfChanges {
    private final LocalDate day;
    private final Set<MunicipalityNumber> list;
    private final Register register;
    private final Map<MunicipalityNumber, Listed> before;
    private final Map<MunicipalityNumber, String> names = new TreeMap<>();
    /** Where each number's people go; several numbers are a split. */
    private final Map<MunicipalityNumber, Set<MunicipalityNumber>> targets = new TreeMap<>();

    private final List<Difference> found = new ArrayList<>();

    /** The day, and the numbers in use on it as the source lists them. */
    DayOfChanges(LocalDate day, Set<MunicipalityNumber> list, Register register) {
        this.day = day;
        this.list = list;
        this.register = register;
        this.before = CompareStructure.numbersOn(day.minusDays(1), register);
    }

    List<Difference> differences(List<CodeChange> rows) {
        rows.forEach(this::read);
        enlarge();
        sources().forEach((next, olds) -> {
            var whole = olds.stream().filter(this::goesWhole).toList();
            if (olds.size() == 1 && whole.size() == 1) {
                addStep(whole.getFirst(), next);
            } else if (!whole.isEmpty()) {
                add(Kind.MERGER, whole, List.of(next));
            }
        });
        targets.forEach((old, nexts) -> {
            if (nexts.size() > 1) {
                add(Kind.SPLIT, List.of(old), List.copyOf(nexts));
            }
        });
        return List.copyOf(found);
    }

    private void read(CodeChange row) {
        if (row.before().isEmpty() || row.after().isEmpty()) {
            tell(Kind.UNEXPLAINED, row);
            return;
        }
        var old = row.before().get().number();
        var next = row.after().get();
        var goesOn = !old.equals(next.number()) && list.contains(old);
        if (!canChange(old) || isTaken(next.number())) {
            tell(Kind.UNEXPLAINED, row);
        } else if (goesOn && before.containsKey(next.number())) {
            tell(Kind.BORDER_ADJUSTMENT, row);
        } else {
            names.put(next.number(), next.name());
            targets.computeIfAbsent(old, _ -> new TreeSet<>()).add(next.number());
            if (goesOn) {
                names.putIfAbsent(old, nameBefore(old));
                targets.getOrDefault(old, Set.of()).add(old);
            }
        }
    }

    /** Whether the number is in use the day before and the register knows of no later change of its municipality. */
    private boolean canChange(MunicipalityNumber number) {
        return Optional.ofNullable(before.get(number))
                .filter(listed -> listed.version().period().to().isEmpty())
                .isPresent();
    }

    /** Whether the register has another municipality under the number on the day or later. */
    private boolean isTaken(MunicipalityNumber number) {
        return switch (register.find(number, day)) {
            case NumberLookup.Valid(var listed) ->
                !canChange(number)
                        || !Optional.ofNullable(before.get(number))
                                .map(Listed::id)
                                .equals(Optional.of(listed.id()));
            case NumberLookup.NotYet notYet -> true;
            case NumberLookup.Ceased ceased -> before.containsKey(number);
            case NumberLookup.Unknown unknown -> false;
        };
    }

    /** A municipality that takes others over under its own number is one of those that are merged. */
    private void enlarge() {
        for (var next : sources().keySet()) {
            if (before.containsKey(next)) {
                targets.computeIfAbsent(next, Set::of);
            }
        }
    }

    private Map<MunicipalityNumber, List<MunicipalityNumber>> sources() {
        return targets.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(next -> Map.entry(next, entry.getKey())))
                .collect(groupingBy(Map.Entry::getKey, TreeMap::new, mapping(Map.Entry::getValue, toList())));
    }

    private boolean goesWhole(MunicipalityNumber old) {
        return targets.getOrDefault(old, Set.of()).size() == 1;
    }

    private void addStep(MunicipalityNumber old, MunicipalityNumber next) {
        if (!old.equals(next)) {
            add(Kind.RENUMBERING, List.of(old), List.of(next));
        } else if (!nameBefore(old).equals(nameAfter(next))) {
            add(Kind.RENAMING, List.of(old), List.of(next));
        }
    }

    private void add(Kind kind, List<MunicipalityNumber> olds, List<MunicipalityNumber> nexts) {
        found.add(new Difference(
                kind,
                "",
                day,
                olds.stream().map(old -> Item.of(old.value(), nameBefore(old))).toList(),
                nexts.stream()
                        .map(next -> Item.of(next.value(), nameAfter(next)))
                        .toList()));
    }

    private String nameBefore(MunicipalityNumber number) {
        return Optional.ofNullable(before.get(number)).map(Listed::name).orElse("");
    }

    private String nameAfter(MunicipalityNumber number) {
        return names.getOrDefault(number, nameBefore(number));
    }

    private void tell(Kind kind, CodeChange row) {
        found.add(new Difference(kind, "", day, items(row.before()), items(row.after())));
    }

    private static List<Item> items(Optional<CodeChange.Named> named) {
        return named.stream()
                .map(one -> Item.of(one.number().value(), one.name()))
                .toList();
    }
}
