package no.opptrapping.platform.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** All municipalities that have been heard of, and which of them there are, were or will be on a date. */
public final class Structure {
    private static final Comparator<KnownMunicipality> BY_NUMBER = Comparator.comparing(KnownMunicipality::number);

    private final Map<MunicipalityId, HeardMunicipality> byIdentity;
    private final Map<MunicipalityNumber, List<HeardMunicipality>> byNumber;
    private final Map<OrganisationNumber, List<HeardMunicipality>> byOrganisation;
    private final Descent descent;
    /** The last date that was asked about, which is nearly always today. */
    private final AtomicReference<@Nullable Duties> latest = new AtomicReference<>();

    public Structure(Collection<HeardMunicipality> heard) {
        byIdentity = heard.stream()
                .collect(Collectors.toUnmodifiableMap(HeardMunicipality::municipalityId, Function.identity()));
        byNumber = index(
                heard,
                one -> one.versions().stream()
                        .map(HeardMunicipality.Version::number)
                        .toList());
        byOrganisation = index(
                heard,
                one -> one.organisationNumbers().stream()
                        .map(HeardMunicipality.HeldNumber::number)
                        .toList());
        descent = new Descent(heard.stream()
                .flatMap(HeardMunicipality::successions)
                .filter(step -> !step.from().equals(step.to()))
                .toList());
    }

    private static <K> Map<K, List<HeardMunicipality>> index(
            Collection<HeardMunicipality> heard, Function<HeardMunicipality, List<K>> keys) {
        var index = new HashMap<K, List<HeardMunicipality>>();
        for (var one : heard) {
            keys.apply(one).stream()
                    .distinct()
                    .forEach(key ->
                            index.computeIfAbsent(key, _ -> new ArrayList<>()).add(one));
        }
        return index;
    }

    /** All that has been heard of the municipality. */
    public Optional<HeardMunicipality> find(MunicipalityId id) {
        return Optional.ofNullable(byIdentity.get(id));
    }

    /** Every municipality that exists on the date, ordered by number. */
    public List<KnownMunicipality> validOn(LocalDate date) {
        return byIdentity.values().stream()
                .flatMap(municipality -> municipality.on(date).stream())
                .sorted(BY_NUMBER)
                .toList();
    }

    /** The municipality on the date; empty when it is unknown or does not exist then. */
    public Optional<KnownMunicipality> on(MunicipalityId id, LocalDate date) {
        return find(id).flatMap(known -> known.on(date));
    }

    /** The municipality that has the number on the date. */
    public Optional<KnownMunicipality> byNumber(MunicipalityNumber number, LocalDate date) {
        return numbered(number).stream()
                .flatMap(municipality -> municipality.on(date).stream())
                .filter(known -> known.number().equals(number))
                .findFirst();
    }

    /** Every municipality that has, had or will have the number: one number can stand for several over time. */
    public Set<MunicipalityId> everNumbered(MunicipalityNumber number) {
        return numbered(number).stream().map(HeardMunicipality::municipalityId).collect(Collectors.toUnmodifiableSet());
    }

    private List<HeardMunicipality> numbered(MunicipalityNumber number) {
        return byNumber.getOrDefault(number, List.of());
    }

    /**
     * Every municipality that has, had or will have the number, and those whose duties on the date are one of theirs:
     * whose affairs somebody means who asks for a number.
     */
    public Set<MunicipalityId> meantBy(MunicipalityNumber number, LocalDate date) {
        return everNumbered(number).stream()
                .flatMap(id -> answeredForBy(id, date).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** What the number stands for on the date. */
    public NumberStatus status(MunicipalityNumber number, LocalDate date) {
        var valid = byNumber(number, date);
        if (valid.isPresent()) {
            return new NumberStatus.Valid(valid.get());
        }
        var former = numbered(number).stream()
                .filter(one -> one.hadNumberBy(number, date))
                .toList();
        if (former.isEmpty()) {
            return new NumberStatus.Unknown();
        }
        return new NumberStatus.Ceased(former.stream()
                .flatMap(one -> passedOn(one.municipalityId(), date).stream())
                .map(Passed::municipalityId)
                .distinct()
                .flatMap(id -> on(id, date).stream())
                .sorted(BY_NUMBER)
                .toList());
    }

    /** The municipality whose organisation number it is on the date. */
    public Optional<KnownMunicipality> byOrganisation(OrganisationNumber organisation, LocalDate date) {
        return byOrganisation.getOrDefault(organisation, List.of()).stream()
                .filter(municipality -> municipality.holds(organisation, date))
                .flatMap(municipality -> municipality.on(date).stream())
                .findFirst();
    }

    /** The municipality with the number on the date, if the organisation may do one of the tasks for it then. */
    private Optional<KnownMunicipality> representedBy(
            OrganisationNumber organisation, MunicipalityNumber number, Set<Task> tasks, LocalDate date) {
        return byNumber(number, date)
                .filter(municipality -> find(municipality.id())
                        .filter(known -> known.isRepresentedBy(organisation, tasks, date))
                        .isPresent());
    }

    /** The municipality with the number on the date, if it is the organisation itself or lets it do one of the tasks. */
    public Optional<KnownMunicipality> actingFor(
            OrganisationNumber organisation, MunicipalityNumber number, Set<Task> tasks, LocalDate date) {
        return byOrganisation(organisation, date)
                .filter(own -> own.number().equals(number))
                .or(() -> representedBy(organisation, number, tasks, date));
    }

    /** The counties of the date by number, as far as their names have been heard. */
    public Map<String, String> countyNames(LocalDate date) {
        var names = new HashMap<String, String>();
        byIdentity.values().stream()
                .flatMap(one -> one.versionOn(date).stream())
                .forEach(version -> Optional.ofNullable(version.county())
                        .ifPresent(county -> names.put(version.number().county(), county.name())));
        return names;
    }

    /** Who took over from whom, as far as that has been heard. */
    public Descent descent() {
        return descent;
    }

    /**
     * Whose figures on the date those of a municipality are, through the whole chain of changes, ordered by identity:
     * its own while it exists. The shares are those that the register gives, multiplied along the chain, unless a split
     * undid a merger and the land is known. Empty when it is unknown, not founded yet, or one of those that took over
     * has not been heard of: nobody's part is given to the others.
     */
    public List<Passed> passedOn(MunicipalityId id, LocalDate date) {
        var heirs = descent.heirsOn(id, date).stream()
                .sorted(Comparator.comparing(Heir::id))
                .toList();
        return heirs.stream().allMatch(heir -> on(heir.id(), date).isPresent())
                ? heirs.stream()
                        .map(heir -> new Passed(heir.id(), heir.share(), heir.divided()))
                        .toList()
                : List.of();
    }

    /**
     * The municipalities whose duties are this one's on the date: its own, and those of each that has ceased and left
     * them to it, directly or through others.
     */
    public Set<MunicipalityId> answeredForBy(MunicipalityId id, LocalDate date) {
        return dutiesOn(date).ofBearers().getOrDefault(id, Set.of());
    }

    /** The municipalities whose duties are on the date those of one in the counties, given by their numbers. */
    public Set<MunicipalityId> answeredForIn(Set<String> counties, LocalDate date) {
        return byIdentity.values().stream()
                .flatMap(municipality -> municipality.on(date).stream())
                .filter(municipality -> counties.contains(municipality.number().county()))
                .flatMap(municipality -> answeredForBy(municipality.id(), date).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whose duties each municipality bears on the date, its own among them. */
    private record Duties(LocalDate date, Map<MunicipalityId, Set<MunicipalityId>> ofBearers) {}

    private Duties dutiesOn(LocalDate date) {
        var known = latest.get();
        if (known != null && known.date().equals(date)) {
            return known;
        }
        var ofBearers = new HashMap<MunicipalityId, Set<MunicipalityId>>();
        byIdentity.keySet().forEach(id -> {
            ofBearers.computeIfAbsent(id, _ -> new HashSet<>()).add(id);
            dutyBearer(id, date)
                    .ifPresent(bearer -> ofBearers
                            .computeIfAbsent(bearer, _ -> new HashSet<>())
                            .add(id));
        });
        ofBearers.replaceAll((_, ids) -> Set.copyOf(ids));
        var duties = new Duties(date, Map.copyOf(ofBearers));
        latest.set(duties);
        return duties;
    }

    /** Who answers on the date for what was the municipality's: itself while it exists. */
    public Optional<MunicipalityId> dutyBearer(MunicipalityId id, LocalDate date) {
        return succession(id, date).map(Succession::answering).map(KnownMunicipality::id);
    }

    /**
     * Who answers on the date for what was the municipality's, step by step: the one it was merged into, after a split
     * the register's duty-bearer; itself, without a step, while it exists. Empty when that is not known (yet), because
     * the municipality or a successor has not been heard of.
     */
    public Optional<Succession> succession(MunicipalityId id, LocalDate date) {
        var steps = new ArrayList<Takeover>();
        var seen = new HashSet<MunicipalityId>();
        var at = find(id);
        while (at.isPresent() && seen.add(at.get().municipalityId())) {
            var answering = at.get().on(date);
            if (answering.isPresent()) {
                return Optional.of(new Succession(answering.get(), steps));
            }
            var step = step(at.get(), date);
            step.ifPresent(steps::add);
            at = step.map(Takeover::to).flatMap(this::find);
        }
        return Optional.empty();
    }

    /** The steps of {@link #succession}: how the duties have come to the one that bears them on the date. */
    public Optional<List<Takeover>> takeovers(MunicipalityId id, LocalDate date) {
        return succession(id, date).map(Succession::steps);
    }

    private Optional<Takeover> step(HeardMunicipality from, LocalDate date) {
        return from.successors().stream()
                .filter(successor -> successor.dutyBearer() && !successor.on().isAfter(date))
                .findFirst()
                .flatMap(successor -> on(successor.municipalityId(), successor.on())
                        .map(to ->
                                new Takeover(from.municipalityId(), to.id(), to.number(), to.name(), successor.on())));
    }

    /** The municipalities that have ceased on or before the date. */
    public Set<MunicipalityId> ceasedBy(LocalDate date) {
        return byIdentity.values().stream()
                .filter(known -> known.hasCeasedBy(date))
                .map(HeardMunicipality::municipalityId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
