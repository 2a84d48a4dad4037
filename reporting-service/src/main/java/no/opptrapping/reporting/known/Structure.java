package no.opptrapping.reporting.known;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/** All municipalities that have been heard of, and which of them there are, were or will be on a date. */
public final class Structure {
    private final Map<MunicipalityId, KnownMunicipality> byIdentity;

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

    /** The municipality whose organisation number it is on the date. */
    public Optional<PlacedMunicipality> byOrganisation(OrganisationNumber organisation, LocalDate date) {
        return byIdentity.values().stream()
                .filter(municipality -> municipality.holds(organisation, date))
                .flatMap(municipality -> municipality.on(date).stream())
                .findFirst();
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
        return byIdentity.keySet().stream()
                .filter(other -> other.equals(id) || dutyBearer(other, date).equals(Optional.of(id)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Who answers on the date for what was the municipality's: itself while it exists. */
    public Optional<MunicipalityId> dutyBearer(MunicipalityId id, LocalDate date) {
        var seen = new HashSet<MunicipalityId>();
        var at = Optional.of(id);
        while (at.isPresent() && seen.add(at.get())) {
            var known = byIdentity.get(at.get());
            if (known == null) {
                return Optional.empty();
            }
            if (known.on(date).isPresent()) {
                return at;
            }
            at = known.successors().stream()
                    .filter(successor ->
                            successor.dutyBearer() && !successor.on().isAfter(date))
                    .map(KnownMunicipality.Successor::municipalityId)
                    .findFirst();
        }
        return Optional.empty();
    }
}
