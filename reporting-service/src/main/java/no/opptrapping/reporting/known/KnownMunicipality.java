package no.opptrapping.reporting.known;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * What municipality.v1 says of one municipality, as far as this service reads it. Intervals include their first day
 * and not their last; a missing end is open.
 */
public record KnownMunicipality(
        MunicipalityId municipalityId,
        @Nullable LocalDate ceasedOn,
        List<Version> versions,
        List<Successor> successors,
        List<HeldNumber> organisationNumbers,
        @Nullable List<Representative> representatives) {
    /** A municipality that nobody else may act for. */
    public KnownMunicipality(
            MunicipalityId municipalityId,
            @Nullable LocalDate ceasedOn,
            List<Version> versions,
            List<Successor> successors,
            List<HeldNumber> organisationNumbers) {
        this(municipalityId, ceasedOn, versions, successors, organisationNumbers, null);
    }

    /** Number and name from one day until another. */
    public record Version(
            MunicipalityNumber number,
            String name,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * Who took over on a day.
     *
     * @param share the part of the people that moved there, 0-1
     * @param dutyBearer whether it answers for the grants of the one that ceased
     */
    public record Successor(MunicipalityId municipalityId, LocalDate on, BigDecimal share, boolean dutyBearer) {}

    /** An organisation number from one day until another. */
    public record HeldNumber(
            OrganisationNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /**
     * An organisation that may act for the municipality from one day until another.
     *
     * @param tasks what for: apply, accept, report
     */
    public record Representative(
            OrganisationNumber organisationNumber,
            List<String> tasks,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A list that the sender left out is empty. */
    public KnownMunicipality {
        versions = List.copyOf(versions);
        successors = List.copyOf(successors);
        organisationNumbers = List.copyOf(organisationNumbers);
    }

    /** The municipality as it was on the date, or empty when it did not exist then. */
    public Optional<PlacedMunicipality> on(LocalDate date) {
        if (ceasedOn != null && !date.isBefore(ceasedOn)) {
            return Optional.empty();
        }
        return versions.stream()
                .filter(version -> within(date, version.from(), version.to()))
                .findFirst()
                .map(version -> new PlacedMunicipality(municipalityId, version.number(), version.name()));
    }

    /** Whether the organisation may report for it on the date. */
    boolean mayBeReportedForBy(OrganisationNumber organisation, LocalDate date) {
        return representatives != null
                && representatives.stream()
                        .anyMatch(one -> one.organisationNumber().equals(organisation)
                                && one.tasks().contains("report")
                                && within(date, one.from(), one.to()));
    }

    boolean holds(OrganisationNumber organisation, LocalDate date) {
        return organisationNumbers.stream()
                .anyMatch(held -> held.number().equals(organisation) && within(date, held.from(), held.to()));
    }

    private static boolean within(LocalDate date, @Nullable LocalDate from, @Nullable LocalDate to) {
        return (from == null || !date.isBefore(from)) && (to == null || date.isBefore(to));
    }
}
