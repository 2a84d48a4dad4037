package no.opptrapping.municipality.offices;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/**
 * A county governor's office (<i>statsforvalterembete</i>), whole: as it is kept, and as {@code county-governor-office.v1}
 * tells of it ({@code contracts/county-governor-office.v1.schema.json}).
 *
 * @param organisationNumber null when it is not known
 * @param versions the oldest first, without gaps
 * @param ceasedOn the first day that it was no more; null while it goes on
 * @param successorId who took over from it; null while it goes on
 */
@JsonPropertyOrder({"officeId", "organisationNumber", "versions", "ceasedOn", "successorId"})
public record CountyGovernorOffice(
        CountyGovernorOfficeId officeId,
        @Nullable OrganisationNumber organisationNumber,
        List<Version> versions,
        @Nullable LocalDate ceasedOn,
        @Nullable CountyGovernorOfficeId successorId) {
    private static final String TOPIC = "county-governor-office.v1";

    /**
     * The office while it was called so and had these counties.
     *
     * @param from null: before the register's beginning
     * @param to the first day that it was no longer so; null while it is
     */
    @JsonPropertyOrder({"name", "counties", "from", "to"})
    public record Version(
            String name,
            List<String> counties,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        public Version {
            counties = List.copyOf(counties);
        }

        private boolean includes(LocalDate date) {
            return (from == null || !from.isAfter(date)) && (to == null || date.isBefore(to));
        }
    }

    public CountyGovernorOffice {
        versions = List.copyOf(versions);
    }

    /** The identity of the office with that key in the reference data. */
    public static CountyGovernorOfficeId id(String key) {
        return new CountyGovernorOfficeId(
                UUID.nameUUIDFromBytes(("county-governor-office/" + key).getBytes(StandardCharsets.UTF_8)));
    }

    /** As it is on the date, if it is. */
    public Optional<Version> on(LocalDate date) {
        return versions.stream().filter(version -> version.includes(date)).findFirst();
    }

    OutgoingEvent event(long version) {
        return new OutgoingEvent(
                TOPIC, officeId.toString(), "no.opptrapping." + TOPIC, officeId.toString(), version, this);
    }
}
