package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * A municipality (<i>kommune</i>) as a legal body through all its renumberings and renamings.
 *
 * @param foundedOn its founding day, or empty if it was founded on an unknown day before the register's beginning
 * @param versions oldest first, without gaps or overlaps
 * @param organisationNumbers all that are known, also earlier and conflicting ones
 */
public record Municipality(
        MunicipalityId id,
        Optional<LocalDate> foundedOn,
        List<MunicipalityVersion> versions,
        List<RegisteredOrganisationNumber> organisationNumbers) {
    public Municipality {
        versions = List.copyOf(versions);
        organisationNumbers = organisationNumbers.stream()
                .sorted(Comparator.comparing(RegisteredOrganisationNumber::period, Period.OLDEST_FIRST)
                        .thenComparing(RegisteredOrganisationNumber::number))
                .toList();
        if (versions.isEmpty()) {
            throw new IllegalArgumentException("A municipality has at least one version: " + id);
        }
        for (var i = 1; i < versions.size(); i++) {
            if (!versions.get(i - 1)
                    .period()
                    .to()
                    .equals(versions.get(i).period().from())) {
                throw new IllegalArgumentException("Versions of " + id + " leave a gap or overlap");
            }
        }
    }

    /** The first day it no longer exists; empty while it lives. */
    public Optional<LocalDate> ceasedOn() {
        return latest().period().to();
    }

    /** The newest version, also of a municipality that has ceased. */
    public MunicipalityVersion latest() {
        return versions.getLast();
    }

    /** The number that it had first: names the identity in the reference data. */
    public MunicipalityNumber firstNumber() {
        return versions.getFirst().number();
    }

    public Optional<MunicipalityVersion> versionOn(LocalDate date) {
        return versions.stream()
                .filter(version -> version.period().includes(date))
                .findFirst();
    }

    /** What it is recognised by on the date; empty if that is not known, and then it can neither sign in nor be paid. */
    public Optional<OrganisationNumber> organisationNumberOn(LocalDate date) {
        return organisationNumbers.stream()
                .filter(registered ->
                        registered.isInUse() && registered.period().includes(date))
                .map(RegisteredOrganisationNumber::number)
                .findFirst();
    }
}
