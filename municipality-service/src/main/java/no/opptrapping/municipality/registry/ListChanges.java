package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;

/** Lists what has changed in the municipality structure: structure changes, and steps between versions. */
public final class ListChanges {
    private ListChanges() {}

    /** The changes with a first day from the one date up to, not including, the other; oldest first. */
    public static List<RegisterChange> of(Register register, LocalDate from, LocalDate to) {
        return Stream.concat(
                        register.lineage().changes().stream().map(change -> structureChange(change, register)),
                        register.municipalities().stream().flatMap(municipality -> newVersions(municipality).stream()))
                .filter(change -> !change.on().isBefore(from) && change.on().isBefore(to))
                .sorted(Comparator.comparing(RegisterChange::on)
                        .thenComparing(change -> change.kind().code())
                        .thenComparing(change -> change.before().getFirst().number()))
                .toList();
    }

    private static RegisterChange structureChange(StructureChange change, Register register) {
        var dayBefore = change.on().minusDays(1);
        return switch (change) {
            case StructureChange.Merger merger ->
                new RegisterChange(
                        merger.on(),
                        RegisterChange.Kind.MERGER,
                        merger.before().stream()
                                .map(party -> listed(party, register, dayBefore))
                                .toList(),
                        List.of(listed(merger.after(), register, merger.on())),
                        List.of(),
                        Optional.empty());
            case StructureChange.Split split ->
                new RegisterChange(
                        split.on(),
                        RegisterChange.Kind.SPLIT,
                        List.of(listed(split.before(), register, dayBefore)),
                        split.parts().stream()
                                .map(SplitPart::successor)
                                .map(party -> listed(party, register, split.on()))
                                .toList(),
                        split.parts(),
                        Optional.of(split.reason()));
        };
    }

    private static List<RegisterChange> newVersions(Municipality municipality) {
        var changes = new ArrayList<RegisterChange>();
        for (var i = 1; i < municipality.versions().size(); i++) {
            var before = municipality.versions().get(i - 1);
            var after = municipality.versions().get(i);
            var renumbered = !before.number().equals(after.number());
            if (renumbered || !before.name().equals(after.name())) {
                changes.add(new RegisterChange(
                        after.period().from().orElseThrow(),
                        renumbered ? RegisterChange.Kind.RENUMBERING : RegisterChange.Kind.RENAMING,
                        List.of(new Listed(municipality, before)),
                        List.of(new Listed(municipality, after)),
                        List.of(),
                        Optional.empty()));
            }
        }
        return changes;
    }

    private static Listed listed(Party party, Register register, LocalDate date) {
        return register.find(party.id())
                .flatMap(municipality -> municipality.versionOn(date).map(version -> new Listed(municipality, version)))
                .orElseThrow(() -> new IllegalStateException(party + " does not exist on " + date));
    }
}
