package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;

/** Finds which counties are new, are called something else or have ceased. Pure. */
public final class CompareCounties {
    private final Register register;
    private final LocalDate from;
    private final LocalDate to;

    /** Compares within the range of days, {@code to} not included. */
    public CompareCounties(Register register, LocalDate from, LocalDate to) {
        this.register = register;
        this.from = from;
        this.to = to;
    }

    /** What differs, by number. */
    public List<Difference> differences(List<CountyCode> listed) {
        var found = new ArrayList<Difference>();
        for (var code : newestOfEach(listed)) {
            var county = register.counties().stream()
                    .filter(one -> one.number().equals(code.number()))
                    .findFirst();
            if (county.isEmpty()) {
                found.add(begun(code));
            } else {
                compare(county.get(), code).ifPresent(found::add);
            }
        }
        register.counties().stream()
                .filter(county -> county.period().includes(from))
                .filter(county -> county.period().to().isEmpty())
                .filter(county ->
                        listed.stream().noneMatch(code -> code.number().equals(county.number())))
                .forEach(county -> found.add(unexplained(county)));
        return List.copyOf(found);
    }

    private static List<CountyCode> newestOfEach(List<CountyCode> listed) {
        return listed.stream()
                .filter(code -> listed.stream()
                        .noneMatch(other -> other.number().equals(code.number())
                                && other.from().isAfter(code.from())))
                .sorted(Comparator.comparing(CountyCode::number))
                .toList();
    }

    /** A county is taken up when the register has municipalities in it: the others are no counties of the mainland. */
    private Difference begun(CountyCode code) {
        var inUse = register.municipalities().stream()
                .flatMap(municipality -> municipality.versions().stream())
                .anyMatch(version -> version.number().county().equals(code.number()));
        return new Difference(
                inUse ? Kind.COUNTY_NEW : Kind.UNEXPLAINED, "", code.from(), List.of(), List.of(item(code)));
    }

    private Optional<Difference> compare(County county, CountyCode code) {
        var ends = code.to().isBefore(to);
        if (ends && county.period().to().isEmpty()) {
            return Optional.of(new Difference(Kind.COUNTY_CEASED, "", code.to(), List.of(item(county)), List.of()));
        }
        if (!county.name().equals(code.name()) && county.period().includes(code.from())) {
            return Optional.of(
                    new Difference(Kind.COUNTY_RENAMED, "", code.from(), List.of(item(county)), List.of(item(code))));
        }
        return Optional.empty();
    }

    private Difference unexplained(County county) {
        return new Difference(Kind.UNEXPLAINED, "", from, List.of(item(county)), List.of());
    }

    private static Item item(County county) {
        return Item.of(county.number(), county.name());
    }

    private static Item item(CountyCode code) {
        return Item.of(code.number(), code.name());
    }
}
