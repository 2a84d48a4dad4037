package no.opptrapping.municipality.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import no.opptrapping.municipality.lineage.EstimateShares;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.DeriveIdentity;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.sync.Difference.Item;
import no.opptrapping.municipality.sync.Difference.Kind;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What the register becomes when differences in the municipality structure are taken up: a renumbering or renaming is a
 * new version; a merger under the number of one of those merged goes on as that one, under another number it founds a new
 * municipality; a split ends one. Pure.
 */
public final class ApplyStructure {
    private final Register register;
    private final Map<MunicipalityId, Municipality> municipalities;
    private final Map<MunicipalityId, Municipality> changed = new LinkedHashMap<>();
    private final List<StructureChange> changes = new ArrayList<>();

    public ApplyStructure(Register register) {
        this.register = register;
        this.municipalities = register.municipalities().stream()
                .collect(toMap(Municipality::id, identity(), (a, _) -> a, TreeMap::new));
    }

    /** What changes, to be stored. */
    public record Result(Register register, List<Municipality> municipalities, List<StructureChange> changes) {}

    /**
     * Takes the differences up; what is told only changes nothing.
     *
     * @param decisions one for each split among the differences
     */
    public Result with(List<Difference> differences, List<SplitDecision> decisions) {
        var byDay = differences.stream()
                .filter(Difference::canBeAdopted)
                .collect(groupingBy(Difference::on, TreeMap::new, toList()));
        byDay.forEach((day, ofDay) -> apply(day, ofDay, decisions));
        return new Result(
                new Register(
                        municipalities.values(),
                        register.counties(),
                        new Lineage(Stream.concat(register.lineage().changes().stream(), changes.stream())
                                .toList())),
                List.copyOf(changed.values()),
                List.copyOf(changes));
    }

    /** The register with every split divided equally, to look at the structure alone. */
    Register withProvisionalShares(List<Difference> differences) {
        var decisions = differences.stream()
                .filter(difference -> difference.kind() == Kind.SPLIT)
                .map(ApplyStructure::equalParts)
                .toList();
        return with(differences, decisions).register();
    }

    private static SplitDecision equalParts(Difference split) {
        var shares = EstimateShares.from(
                split.after().stream().collect(toMap(ApplyStructure::number, _ -> 1L, (a, _) -> a, TreeMap::new)));
        return new SplitDecision(
                split.on(),
                number(split.before().getFirst()),
                number(split.after().getFirst()),
                shares,
                ShareMethod.ESTIMATED);
    }

    private void apply(LocalDate day, List<Difference> differences, List<SplitDecision> decisions) {
        var before = numbersOn(day.minusDays(1));
        var after = new TreeMap<MunicipalityNumber, Party>();
        for (var difference : differences) {
            for (var item : difference.before()) {
                Optional.ofNullable(before.get(number(item)))
                        .ifPresent(listed -> end(listed.municipality().id(), day));
            }
        }
        for (var difference : differences) {
            goOnAs(difference, before).ifPresent(id -> {
                var next = difference.after().getFirst();
                goOn(id, next, day);
                after.put(number(next), new Party(id, number(next)));
            });
        }
        for (var difference : differences) {
            difference.after().forEach(item -> after.computeIfAbsent(number(item), _ -> found(item, day)));
        }
        differences.forEach(difference -> record(difference, before, after, decisions));
    }

    private Map<MunicipalityNumber, Listed> numbersOn(LocalDate date) {
        return new Register(municipalities.values(), List.of(), new Lineage(List.of()))
                .validOn(date).stream().collect(toMap(Listed::number, identity()));
    }

    /** Which of those before goes on as the one after, if any does. */
    private static Optional<MunicipalityId> goOnAs(Difference difference, Map<MunicipalityNumber, Listed> before) {
        var same = switch (difference.kind()) {
            case RENUMBERING, RENAMING -> Optional.of(difference.before().getFirst());
            case MERGER ->
                difference.before().stream()
                        .filter(item -> item.number()
                                .equals(difference.after().getFirst().number()))
                        .findFirst();
            default -> Optional.<Item>empty();
        };
        return same.map(ApplyStructure::number)
                .flatMap(number -> Optional.ofNullable(before.get(number)))
                .map(Listed::id);
    }

    private void end(MunicipalityId id, LocalDate day) {
        var municipality = of(id);
        var last = municipality.latest();
        if (last.period().to().isPresent()) {
            return;
        }
        var versions = new ArrayList<>(municipality.versions());
        versions.set(
                versions.size() - 1,
                new MunicipalityVersion(
                        last.number(), last.name(), new Period(last.period().from(), Optional.of(day))));
        put(new Municipality(
                id,
                municipality.foundedOn(),
                versions,
                municipality.organisationNumbers().stream()
                        .filter(held -> held.period().from().map(day::isAfter).orElse(true))
                        .map(held -> held.period().to().isEmpty() ? until(held, day) : held)
                        .toList()));
    }

    private void goOn(MunicipalityId id, Item next, LocalDate day) {
        var municipality = of(id);
        put(new Municipality(
                id,
                municipality.foundedOn(),
                Stream.concat(
                                municipality.versions().stream(),
                                Stream.of(new MunicipalityVersion(number(next), next.name(), from(day))))
                        .toList(),
                municipality.organisationNumbers().stream()
                        .map(held -> held.period().to().equals(Optional.of(day)) ? reopened(held) : held)
                        .toList()));
    }

    private Party found(Item item, LocalDate day) {
        var id = DeriveIdentity.of(number(item), Optional.of(day));
        put(new Municipality(
                id,
                Optional.of(day),
                List.of(new MunicipalityVersion(number(item), item.name(), from(day))),
                List.of()));
        return new Party(id, number(item));
    }

    private void record(
            Difference difference,
            Map<MunicipalityNumber, Listed> before,
            Map<MunicipalityNumber, Party> after,
            List<SplitDecision> decisions) {
        var parties = difference.before().stream()
                .map(ApplyStructure::number)
                .map(number -> new Party(required(before, number).id(), number))
                .toList();
        switch (difference.kind()) {
            case MERGER ->
                changes.add(new StructureChange.Merger(
                        difference.on(),
                        parties,
                        required(after, number(difference.after().getFirst()))));
            case SPLIT -> changes.add(split(difference, parties.getFirst(), after, decisions));
            default -> {
                // A step of one municipality is no change between municipalities.
            }
        }
    }

    private static StructureChange split(
            Difference difference, Party before, Map<MunicipalityNumber, Party> after, List<SplitDecision> decisions) {
        var decision = decisions.stream()
                .filter(one -> one.decides(difference))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing is decided of the split of " + before));
        return new StructureChange.Split(
                difference.on(),
                before,
                difference.after().stream()
                        .map(ApplyStructure::number)
                        .map(number -> new SplitPart(
                                required(after, number),
                                decision.shares().getOrDefault(number, BigDecimal.ZERO),
                                decision.method(),
                                number.equals(decision.dutyBearer())))
                        .toList(),
                "named");
    }

    private Municipality of(MunicipalityId id) {
        return required(municipalities, id);
    }

    private void put(Municipality municipality) {
        municipalities.put(municipality.id(), municipality);
        changed.put(municipality.id(), municipality);
    }

    private static <K, V> V required(Map<K, V> map, K key) {
        return Optional.ofNullable(map.get(key))
                .orElseThrow(() -> new IllegalArgumentException("The register has no " + key));
    }

    private static Period from(LocalDate day) {
        return new Period(Optional.of(day), Optional.empty());
    }

    private static RegisteredOrganisationNumber until(RegisteredOrganisationNumber held, LocalDate day) {
        return withPeriod(held, new Period(held.period().from(), Optional.of(day)));
    }

    private static RegisteredOrganisationNumber reopened(RegisteredOrganisationNumber held) {
        return withPeriod(held, new Period(held.period().from(), Optional.empty()));
    }

    private static RegisteredOrganisationNumber withPeriod(RegisteredOrganisationNumber held, Period period) {
        return new RegisteredOrganisationNumber(held.number(), period, held.standing(), held.origin(), held.source());
    }

    static MunicipalityNumber number(Item item) {
        return new MunicipalityNumber(item.number());
    }
}
