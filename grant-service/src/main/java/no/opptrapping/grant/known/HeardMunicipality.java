package no.opptrapping.grant.known;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * All that municipality.v1 has told of one municipality that this service reads. Intervals include their first day and
 * not their last; a missing end is open.
 */
public record HeardMunicipality(
        MunicipalityId id,
        @Nullable LocalDate ceasedOn,
        List<Version> versions,
        List<Successor> successors,
        List<HeldNumber> organisationNumbers,
        List<Representative> representatives) {
    /** A municipality that nobody else may act for. */
    public HeardMunicipality(
            MunicipalityId id,
            @Nullable LocalDate ceasedOn,
            List<Version> versions,
            List<Successor> successors,
            List<HeldNumber> organisationNumbers) {
        this(id, ceasedOn, versions, successors, organisationNumbers, List.of());
    }

    /** Number and name from one day until another, and the name of the county where that is known. */
    public record Version(
            MunicipalityNumber number,
            String name,
            @Nullable String countyName,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Version(MunicipalityNumber number, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
            this(number, name, null, from, to);
        }

        boolean covers(LocalDate date) {
            return within(date, from, to);
        }
    }

    /**
     * Another municipality that took over a share of this one's people on a day.
     *
     * @param dutyBearer whether it answers for this one's grants; the register names one for each split
     */
    public record Successor(MunicipalityId municipality, LocalDate on, BigDecimal share, boolean dutyBearer) {}

    /** An organisation number from one day until another. */
    public record HeldNumber(
            OrganisationNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        boolean covers(LocalDate date) {
            return within(date, from, to);
        }
    }

    /**
     * An organisation that may act for the municipality from one day until another.
     *
     * @param tasks what for: apply, accept, report
     */
    public record Representative(
            OrganisationNumber organisation,
            Set<String> tasks,
            LocalDate from,
            @Nullable LocalDate to) {
        public Representative {
            tasks = Set.copyOf(tasks);
        }
    }

    public HeardMunicipality {
        representatives = List.copyOf(representatives);
        versions = List.copyOf(versions);
        successors = List.copyOf(successors);
        organisationNumbers = List.copyOf(organisationNumbers);
    }

    /** The municipality on the date; empty when it did not exist then. */
    public Optional<KnownMunicipality> on(LocalDate date) {
        return versionOn(date)
                .map(version ->
                        new KnownMunicipality(id, version.number(), version.name(), organisationNumberOn(date), date));
    }

    /** Its version on the date; empty when it did not exist then. */
    Optional<Version> versionOn(LocalDate date) {
        return ceasedOn != null && !date.isBefore(ceasedOn)
                ? Optional.empty()
                : versions.stream().filter(version -> version.covers(date)).findFirst();
    }

    /** Whether the organisation may do one of the tasks for it on the date. */
    boolean isRepresentedBy(OrganisationNumber organisation, Set<String> tasks, LocalDate date) {
        return representatives.stream()
                .filter(one -> one.organisation().equals(organisation) && within(date, one.from(), one.to()))
                .anyMatch(one -> one.tasks().stream().anyMatch(tasks::contains));
    }

    /** Whether it had the number at some time on or before the date. */
    boolean hadNumberBy(MunicipalityNumber number, LocalDate date) {
        return versions.stream()
                .anyMatch(version -> version.number().equals(number)
                        && (version.from() == null || !version.from().isAfter(date)));
    }

    private Optional<OrganisationNumber> organisationNumberOn(LocalDate date) {
        return organisationNumbers.stream()
                .filter(held -> held.covers(date))
                .map(HeldNumber::number)
                .findFirst();
    }

    private static boolean within(LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
    }
}
