package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import no.opptrapping.municipality.lineage.Heir;

/** Lists the changes of municipality and county codes row by row, as Klass 131 and 104 do. */
public final class ListCodeChanges {
    private static final Comparator<CodeChange> ORDER = Comparator.comparing(CodeChange::on)
            .thenComparing(CodeChange::oldCode)
            .thenComparing(CodeChange::newCode);

    private ListCodeChanges() {}

    /**
     * Changes of municipality numbers and names from the one day up to, not including, the other. Who goes on as it was,
     * like Trondheim in the merger with Klæbu, has no row.
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
                .filter(row ->
                        !row.oldCode().equals(row.newCode()) || !row.oldName().equals(row.newName()))
                .sorted(ORDER)
                .toList();
    }

    /** Changes of counties from the one day up to, not including, the other: who took over municipalities of whom. */
    public static List<CodeChange> ofCounties(Register register, LocalDate from, LocalDate to) {
        return register.counties().stream()
                .flatMap(county -> successors(register, county).stream()
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
     * A county that took over municipalities of another that ceased.
     *
     * @param municipalities how many of the municipalities that the other had on its last day
     */
    public record CountyStep(County county, LocalDate on, int municipalities) {}

    /** Who took over the municipalities of the county when it ceased, by number; none while it exists. */
    public static List<CountyStep> successors(Register register, County county) {
        return county.period().to().stream()
                .flatMap(on -> {
                    var had = inCounty(register, county, on.minusDays(1));
                    return register.countiesOn(on).stream()
                            .map(other -> new CountyStep(other, on, count(had, one -> isIn(register, one, other, on))));
                })
                .filter(step -> step.municipalities() > 0)
                .toList();
    }

    /** Whose municipalities the county took over when it was founded, by number. */
    public static List<CountyStep> predecessors(Register register, County county) {
        return county.period().from().stream()
                .flatMap(on -> register.countiesOn(on.minusDays(1)).stream()
                        .map(other -> new CountyStep(
                                other,
                                on,
                                count(
                                        inCounty(register, other, on.minusDays(1)),
                                        one -> isIn(register, one, county, on)))))
                .filter(step -> step.municipalities() > 0)
                .toList();
    }

    private static List<Listed> inCounty(Register register, County county, LocalDate date) {
        return register.validOn(date).stream()
                .filter(listed -> listed.number().county().equals(county.number()))
                .toList();
    }

    private static int count(List<Listed> municipalities, Predicate<Listed> taken) {
        return Math.toIntExact(municipalities.stream().filter(taken).count());
    }

    /** Whether what is left of the municipality, or a part of it, is in the county on the date. */
    private static boolean isIn(Register register, Listed before, County county, LocalDate date) {
        return register.lineage().heirsOn(before.id(), date).stream()
                .map(Heir::id)
                .flatMap(id -> register.find(id).stream())
                .flatMap(municipality -> municipality.versionOn(date).stream())
                .anyMatch(version -> version.number().county().equals(county.number()));
    }
}
