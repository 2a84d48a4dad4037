package no.opptrapping.reporting.known;

import java.math.BigDecimal;
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
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** All municipalities that have been heard of, and which of them there are, were or will be on a date. */
public final class Structure {
    private final Map<MunicipalityId, KnownMunicipality> byIdentity;
    /** The last date that was asked about, which is nearly always today. */
    private final AtomicReference<@Nullable Duties> latest = new AtomicReference<>();

    public Structure(Collection<KnownMunicipality> known) {
        byIdentity = known.stream()
                .collect(Collectors.toUnmodifiableMap(KnownMunicipality::municipalityId, Function.identity()));
    }

    /** Every municipality that exists on the date, ordered by number. */
    public List<PlacedMunicipality> validOn(LocalDate date) {
        return byIdentity.values().stream()
                .flatMap(municipality -> municipality.on(date).stream())
                .sorted(Comparator.comparing(PlacedMunicipality::number))
                .toList();
    }

    /** The municipality on the date; empty when it is unknown or does not exist then. */
    public Optional<PlacedMunicipality> on(MunicipalityId id, LocalDate date) {
        return Optional.ofNullable(byIdentity.get(id)).flatMap(known -> known.on(date));
    }

    /** The municipality that has the number on the date. */
    public Optional<PlacedMunicipality> byNumber(MunicipalityNumber number, LocalDate date) {
        return byIdentity.values().stream()
                .flatMap(municipality -> municipality.on(date).stream())
                .filter(placed -> placed.number().equals(number))
                .findFirst();
    }

    /** Every municipality that has, had or will have the number: one number can stand for several over time. */
    public Set<MunicipalityId> everNumbered(MunicipalityNumber number) {
        return byIdentity.values().stream()
                .filter(municipality -> municipality.versions().stream()
                        .anyMatch(version -> version.number().equals(number)))
                .map(KnownMunicipality::municipalityId)
                .collect(Collectors.toUnmodifiableSet());
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

    /** The municipality whose organisation number it is on the date. */
    public Optional<PlacedMunicipality> byOrganisation(OrganisationNumber organisation, LocalDate date) {
        return byIdentity.values().stream()
                .filter(municipality -> municipality.holds(organisation, date))
                .flatMap(municipality -> municipality.on(date).stream())
                .findFirst();
    }

    /** The municipality with the number on the date, if the organisation may report for it then. */
    public Optional<PlacedMunicipality> representedBy(
            OrganisationNumber organisation, MunicipalityNumber number, LocalDate date) {
        return byNumber(number, date)
                .filter(placed -> Optional.ofNullable(byIdentity.get(placed.municipalityId()))
                        .filter(known -> known.mayBeReportedForBy(organisation, date))
                        .isPresent());
    }

    /**
     * Whose figures on the date those of a municipality are, through the whole chain of changes, ordered by identity:
     * its own while it exists. Empty when it is unknown, not founded yet, or its successor has not been heard of.
     */
    public List<Passed> passedOn(MunicipalityId id, LocalDate date) {
        var parts = new TreeMap<MunicipalityId, Passed>();
        follow(new Passed(id, BigDecimal.ONE, false), date, new HashSet<>(), parts);
        return List.copyOf(parts.values());
    }

    private void follow(Passed part, LocalDate date, Set<MunicipalityId> onTheWay, Map<MunicipalityId, Passed> parts) {
        var known = byIdentity.get(part.municipalityId());
        if (known == null || !onTheWay.add(part.municipalityId())) {
            return;
        }
        if (known.on(date).isPresent()) {
            parts.merge(part.municipalityId(), part, Structure::together);
        } else {
            var heirs = known.successors().stream()
                    .filter(successor -> !successor.on().isAfter(date))
                    .toList();
            for (var heir : heirs) {
                var share = part.share().multiply(heir.share());
                follow(
                        new Passed(heir.municipalityId(), share, part.divided() || heirs.size() > 1),
                        date,
                        onTheWay,
                        parts);
            }
        }
        onTheWay.remove(part.municipalityId());
    }

    private static Passed together(Passed one, Passed other) {
        return new Passed(one.municipalityId(), one.share().add(other.share()), one.divided() || other.divided());
    }

    /**
     * The municipalities whose duties are this one's on the date: its own, and those of each that has ceased and left
     * them to it, directly or through others.
     */
    public Set<MunicipalityId> answeredForBy(MunicipalityId id, LocalDate date) {
        var duties = latest.get();
        if (duties == null || !duties.date().equals(date)) {
            duties = dutiesOn(date);
            latest.set(duties);
        }
        return duties.ofBearers().getOrDefault(id, Set.of());
    }

    /** Whose duties each municipality bears on the date, its own among them. */
    private record Duties(LocalDate date, Map<MunicipalityId, Set<MunicipalityId>> ofBearers) {}

    private Duties dutiesOn(LocalDate date) {
        var ofBearers = new HashMap<MunicipalityId, Set<MunicipalityId>>();
        byIdentity.keySet().forEach(id -> {
            ofBearers.computeIfAbsent(id, _ -> new HashSet<>()).add(id);
            dutyBearer(id, date)
                    .ifPresent(bearer -> ofBearers
                            .computeIfAbsent(bearer, _ -> new HashSet<>())
                            .add(id));
        });
        ofBearers.replaceAll((_, ids) -> Set.copyOf(ids));
        return new Duties(date, Map.copyOf(ofBearers));
    }

    /** Who answers on the date for what was the municipality's: itself while it exists. */
    public Optional<MunicipalityId> dutyBearer(MunicipalityId id, LocalDate date) {
        return takeovers(id, date)
                .map(steps -> steps.isEmpty() ? id : steps.getLast().to());
    }

    /**
     * How the municipality's duties have come to the one that bears them on the date, oldest first: no step while it
     * exists. Empty when that is not known (yet), because it or a successor has not been heard of.
     */
    public Optional<List<Takeover>> takeovers(MunicipalityId id, LocalDate date) {
        var steps = new ArrayList<Takeover>();
        var seen = new HashSet<MunicipalityId>();
        var at = Optional.ofNullable(byIdentity.get(id));
        while (at.isPresent() && seen.add(at.get().municipalityId())) {
            if (at.get().on(date).isPresent()) {
                return Optional.of(steps);
            }
            var step = step(at.get(), date);
            step.ifPresent(steps::add);
            at = step.map(Takeover::to).map(byIdentity::get);
        }
        return Optional.empty();
    }

    private Optional<Takeover> step(KnownMunicipality from, LocalDate date) {
        return from.successors().stream()
                .filter(successor -> successor.dutyBearer() && !successor.on().isAfter(date))
                .findFirst()
                .flatMap(successor -> on(successor.municipalityId(), successor.on())
                        .map(to -> new Takeover(
                                from.municipalityId(), to.municipalityId(), to.number(), to.name(), successor.on())));
    }

    /** The municipalities that have ceased on or before the date. */
    public Set<MunicipalityId> ceasedBy(LocalDate date) {
        return byIdentity.values().stream()
                .filter(known -> known.ceasedOn() != null && !known.ceasedOn().isAfter(date))
                .map(KnownMunicipality::municipalityId)
                .collect(Collectors.toUnmodifiableSet());
    }
}
