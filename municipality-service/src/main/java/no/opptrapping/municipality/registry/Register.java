package no.opptrapping.municipality.registry;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.platform.register.Heir;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** All municipalities and counties over time, as they are known at one moment; immutable. */
public final class Register {
    /** The register knows every municipality valid on this day or later. */
    public static final LocalDate BEGINNING = LocalDate.of(2012, 1, 1);

    private static final Comparator<Listed> BY_NUMBER = Comparator.comparing(Listed::number);

    private final Map<MunicipalityId, Municipality> municipalities;
    private final List<County> counties;
    private final Map<String, List<County>> countiesByNumber;
    private final Lineage lineage;
    /** The days on which some municipality begins or ceases to be as it is: between two of them the list is the same. */
    private final NavigableSet<LocalDate> turns;

    private final Map<LocalDate, List<Listed>> validFrom = new ConcurrentHashMap<>();

    public Register(Collection<Municipality> municipalities, Collection<County> counties, Lineage lineage) {
        this.municipalities = municipalities.stream().collect(toUnmodifiableMap(Municipality::id, identity()));
        this.counties =
                counties.stream().sorted(Comparator.comparing(County::number)).toList();
        this.countiesByNumber = this.counties.stream().collect(groupingBy(County::number));
        this.lineage = lineage;
        this.turns = municipalities.stream()
                .flatMap(municipality -> municipality.versions().stream())
                .flatMap(version -> Stream.concat(version.period().from().stream(), version.period().to().stream()))
                .collect(toCollection(TreeSet::new));
    }

    public Collection<Municipality> municipalities() {
        return municipalities.values();
    }

    public Lineage lineage() {
        return lineage;
    }

    public Optional<Municipality> find(MunicipalityId id) {
        return Optional.ofNullable(municipalities.get(id));
    }

    /** Every municipality valid on the date, by number. */
    public List<Listed> validOn(LocalDate date) {
        var turn = Optional.ofNullable(turns.floor(date)).orElse(LocalDate.MIN);
        return validFrom.computeIfAbsent(
                turn,
                _ -> municipalities.values().stream()
                        .flatMap(municipality -> listedOn(municipality, date).stream())
                        .sorted(BY_NUMBER)
                        .toList());
    }

    /** The days after the date on which another list of municipalities begins, or other numbers of them. */
    public List<LocalDate> newStructuresAfter(LocalDate date) {
        return turns.tailSet(date, false).stream()
                .filter(day -> !numbersOn(day).equals(numbersOn(day.minusDays(1))))
                .toList();
    }

    private Map<MunicipalityId, MunicipalityNumber> numbersOn(LocalDate date) {
        return validOn(date).stream().collect(toUnmodifiableMap(Listed::id, Listed::number));
    }

    /** Every county, also those that have ceased, by number. */
    public List<County> counties() {
        return counties;
    }

    /** Every county valid on the date, by number. */
    public List<County> countiesOn(LocalDate date) {
        return counties.stream()
                .filter(county -> county.period().includes(date))
                .toList();
    }

    /** The county that a municipality number belongs to while the municipality version is valid. */
    public Optional<County> countyOf(MunicipalityVersion version) {
        return countiesByNumber.getOrDefault(version.number().county(), List.of()).stream()
                .filter(county -> county.period().overlaps(version.period()))
                .findFirst();
    }

    /** What the number stands for on the date. */
    public NumberLookup find(MunicipalityNumber number, LocalDate date) {
        return holderOn(number, date)
                .<NumberLookup>map(NumberLookup.Valid::new)
                .or(() -> lastHolderBefore(number, date))
                .or(() -> firstHolderAfter(number, date))
                .orElseGet(() -> new NumberLookup.Unknown(number));
    }

    /**
     * What has become, or will become, of municipalities that are called something on another date and not on the date:
     * of each the last time that it was, or else the first time that it will be. A municipality whose like-named successor
     * or predecessor stands there on the date needs no leading on.
     */
    public List<NumberLookup> calledSoAtAnotherTime(Predicate<Listed> called, LocalDate date) {
        return municipalities.values().stream()
                .filter(municipality ->
                        listedOn(municipality, date).filter(called).isEmpty())
                .flatMap(municipality -> calledSoAtAnotherTime(municipality, called, date).stream())
                .filter(lookup -> standingThere(lookup).stream().noneMatch(called))
                .sorted(Comparator.comparing(Register::numberOf))
                .toList();
    }

    private Optional<NumberLookup> calledSoAtAnotherTime(
            Municipality municipality, Predicate<Listed> called, LocalDate date) {
        var versions = municipality.versions().stream()
                .map(version -> new Listed(municipality, version))
                .filter(called)
                .toList();
        return versions.stream()
                .filter(listed -> end(listed).map(end -> !end.isAfter(date)).orElse(false))
                .max(Comparator.comparing(listed -> end(listed).orElseThrow()))
                .map(last -> ceased(last, date))
                .or(() -> versions.stream()
                        .filter(listed -> start(listed).map(date::isBefore).orElse(false))
                        .min(Comparator.comparing(listed -> start(listed).orElseThrow()))
                        .map(first -> notYet(first, date)));
    }

    private static List<Listed> standingThere(NumberLookup lookup) {
        return switch (lookup) {
            case NumberLookup.Ceased ceased -> ceased.successors();
            case NumberLookup.NotYet notYet -> notYet.predecessors();
            case NumberLookup.Valid(var listed) -> List.of(listed);
            case NumberLookup.Unknown unknown -> List.of();
        };
    }

    private static MunicipalityNumber numberOf(NumberLookup lookup) {
        return switch (lookup) {
            case NumberLookup.Ceased ceased -> ceased.number();
            case NumberLookup.NotYet notYet -> notYet.number();
            case NumberLookup.Valid(var listed) -> listed.number();
            case NumberLookup.Unknown(var number) -> number;
        };
    }

    private NumberLookup ceased(Listed last, LocalDate date) {
        return new NumberLookup.Ceased(
                last.number(),
                last,
                end(last).orElseThrow(),
                listedOn(lineage.heirsOn(last.id(), date), Heir::id, date));
    }

    private NumberLookup notYet(Listed first, LocalDate date) {
        return new NumberLookup.NotYet(
                first.number(),
                first,
                start(first).orElseThrow(),
                livedOn(first.id(), date)
                        ? listedOn(List.of(first.id()), Function.identity(), date)
                        : listedOn(
                                lineage.ancestorsOn(first.id(), id -> livedOn(id, date)), Function.identity(), date));
    }

    /** The municipality that has the number on the date, or was the last to have it before, or is the first to get it. */
    public Optional<Listed> holderAt(MunicipalityNumber number, LocalDate date) {
        return switch (find(number, date)) {
            case NumberLookup.Valid(var listed) -> Optional.of(listed);
            case NumberLookup.Ceased ceased -> Optional.of(ceased.last());
            case NumberLookup.NotYet notYet -> Optional.of(notYet.first());
            case NumberLookup.Unknown unknown -> Optional.empty();
        };
    }

    /** The municipality that is recognised by the organisation number on the date. */
    public Optional<Listed> find(OrganisationNumber number, LocalDate date) {
        return municipalities.values().stream()
                .filter(municipality -> municipality.organisationNumberOn(date).equals(Optional.of(number)))
                .flatMap(municipality -> listedOn(municipality, date).stream())
                .findFirst();
    }

    private Optional<Listed> holderOn(MunicipalityNumber number, LocalDate date) {
        return holdersOf(number)
                .filter(listed -> listed.version().period().includes(date))
                .findFirst();
    }

    private Optional<NumberLookup> lastHolderBefore(MunicipalityNumber number, LocalDate date) {
        return holdersOf(number)
                .filter(listed -> end(listed).map(end -> !end.isAfter(date)).orElse(false))
                .max(Comparator.comparing(listed -> end(listed).orElseThrow()))
                .map(last -> ceased(last, date));
    }

    private Optional<NumberLookup> firstHolderAfter(MunicipalityNumber number, LocalDate date) {
        return holdersOf(number)
                .filter(listed -> start(listed).map(date::isBefore).orElse(false))
                .min(Comparator.comparing(listed -> start(listed).orElseThrow()))
                .map(first -> notYet(first, date));
    }

    private Stream<Listed> holdersOf(MunicipalityNumber number) {
        return municipalities.values().stream()
                .flatMap(municipality -> municipality.versions().stream()
                        .filter(version -> version.number().equals(number))
                        .map(version -> new Listed(municipality, version)));
    }

    private boolean livedOn(MunicipalityId id, LocalDate date) {
        return find(id).flatMap(municipality -> municipality.versionOn(date)).isPresent();
    }

    private <T> List<Listed> listedOn(Collection<T> items, Function<T, MunicipalityId> id, LocalDate date) {
        return items.stream()
                .flatMap(item -> find(id.apply(item)).stream())
                .flatMap(municipality -> listedOn(municipality, date).stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    private static Optional<Listed> listedOn(Municipality municipality, LocalDate date) {
        return municipality.versionOn(date).map(version -> new Listed(municipality, version));
    }

    private static Optional<LocalDate> start(Listed listed) {
        return listed.version().period().from();
    }

    private static Optional<LocalDate> end(Listed listed) {
        return listed.version().period().to();
    }
}
