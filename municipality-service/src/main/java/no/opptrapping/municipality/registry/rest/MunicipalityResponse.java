package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A municipality as it stands on a date.
 *
 * @param from the first day with this number, name and these borders; null for an unknown day before 2012
 * @param to the first day without; null while it is so
 * @param organisationNumber null if it is not known
 */
@JsonPropertyOrder({"municipalityId", "number", "name", "county", "from", "to", "organisationNumber"})
@Schema(name = "Municipality")
record MunicipalityResponse(
        @Schema(required = true) MunicipalityId municipalityId,
        @Schema(required = true, examples = "5001") MunicipalityNumber number,

        @Schema(required = true, maxLength = 200, examples = "Trondheim - Tråante")
        String name,

        @Schema(required = true, nullable = true) @Nullable NamedCounty county,
        @Schema(nullable = true) @Nullable LocalDate from,
        @Schema(nullable = true) @Nullable LocalDate to,
        @Schema(nullable = true) @Nullable OrganisationNumber organisationNumber) {
    /** The municipality as it is listed on the date. */
    static MunicipalityResponse of(Listed listed, Register register, LocalDate date) {
        return new MunicipalityResponse(
                listed.id(),
                listed.number(),
                listed.name(),
                register.countyOf(listed.version()).map(NamedCounty::of).orElse(null),
                listed.version().period().from().orElse(null),
                listed.version().period().to().orElse(null),
                listed.municipality().organisationNumberOn(date).orElse(null));
    }
}
