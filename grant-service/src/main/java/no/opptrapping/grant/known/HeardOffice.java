package no.opptrapping.grant.known;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * What has been heard of a county governor's office (<i>statsforvalterembete</i>); the fields are those of
 * {@code county-governor-office.v1}.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record HeardOffice(
        CountyGovernorOfficeId officeId,
        @Nullable OrganisationNumber organisationNumber,
        List<Version> versions,
        @Nullable LocalDate ceasedOn,
        @Nullable CountyGovernorOfficeId successorId) {
    /** The office while it was called so and had these counties. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Version(
            String name,
            List<String> counties,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Version {
            counties = List.copyOf(counties);
        }

        boolean includes(LocalDate date) {
            return (from == null || !from.isAfter(date)) && (to == null || date.isBefore(to));
        }
    }

    public HeardOffice {
        versions = List.copyOf(versions);
    }

    /** As it is on the date, if it is. */
    public Optional<Version> on(LocalDate date) {
        return versions.stream().filter(version -> version.includes(date)).findFirst();
    }

    /** What it is called on the date; what it was called last when it has ceased. */
    public String nameOn(LocalDate date) {
        return on(date).orElseGet(versions::getLast).name();
    }
}
