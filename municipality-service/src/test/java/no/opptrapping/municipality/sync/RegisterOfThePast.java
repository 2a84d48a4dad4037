package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.CodeChange.Named;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What the register would have been before a day, and what Klass would then tell of the days after. */
final class RegisterOfThePast {
    private final Register whole;
    private final LocalDate day;

    RegisterOfThePast(Register whole, LocalDate day) {
        this.whole = whole;
        this.day = day;
    }

    /** The register with nothing from the day or later. */
    Register register() {
        return new Register(
                whole.municipalities().stream().flatMap(this::before).toList(),
                whole.counties(),
                new Lineage(whole.lineage().changes().stream()
                        .filter(change -> change.on().isBefore(day))
                        .toList()));
    }

    /** Rows as Klass has them: none where neither number nor name changes. */
    List<CodeChange> changes() {
        var rows = new ArrayList<CodeChange>();
        for (var change : whole.lineage().changes()) {
            switch (change) {
                case StructureChange.Merger merger ->
                    merger.before()
                            .forEach(party -> rows.add(row(
                                    merger.on(), party.number(), merger.after().number())));
                case StructureChange.Split split ->
                    split.parts()
                            .forEach(part -> rows.add(row(
                                    split.on(),
                                    split.before().number(),
                                    part.successor().number())));
            }
        }
        whole.municipalities().forEach(municipality -> {
            for (var i = 1; i < municipality.versions().size(); i++) {
                var before = municipality.versions().get(i - 1);
                var after = municipality.versions().get(i);
                rows.add(row(after.period().from().orElseThrow(), before.number(), after.number()));
            }
        });
        return rows.stream()
                .filter(row -> !row.on().isBefore(day) && !row.before().equals(row.after()))
                .distinct()
                .toList();
    }

    Set<MunicipalityNumber> list(LocalDate date) {
        var numbers = new TreeSet<MunicipalityNumber>();
        whole.validOn(date).stream().map(Listed::number).forEach(numbers::add);
        return numbers;
    }

    private CodeChange row(LocalDate on, MunicipalityNumber before, MunicipalityNumber after) {
        return new CodeChange(Optional.of(named(before, on.minusDays(1))), Optional.of(named(after, on)), on);
    }

    private Named named(MunicipalityNumber number, LocalDate date) {
        return new Named(number, whole.holderAt(number, date).orElseThrow().name());
    }

    private Stream<Municipality> before(Municipality municipality) {
        var versions = municipality.versions().stream()
                .filter(version ->
                        version.period().from().map(from -> from.isBefore(day)).orElse(true))
                .map(version -> new MunicipalityVersion(version.number(), version.name(), open(version.period())))
                .toList();
        return versions.isEmpty()
                ? Stream.empty()
                : Stream.of(new Municipality(municipality.id(), municipality.foundedOn(), versions, List.of()));
    }

    private Period open(Period period) {
        return new Period(period.from(), period.to().filter(to -> to.isBefore(day)));
    }
}
