package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.platform.register.Inheritance;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Everything the register knows of one municipality. */
@JsonPropertyOrder({
    "municipalityId",
    "foundedOn",
    "ceasedOn",
    "versions",
    "predecessors",
    "successors",
    "organisationNumbers"
})
@Schema(name = "MunicipalityHistory")
record MunicipalityHistoryResponse(
        MunicipalityId municipalityId,
        @Schema(nullable = true) @Nullable LocalDate foundedOn,
        @Schema(nullable = true) @Nullable LocalDate ceasedOn,
        @Schema(maxItems = 100) List<VersionResponse> versions,
        @Schema(maxItems = 100) List<StepResponse> predecessors,
        @Schema(maxItems = 100) List<StepResponse> successors,
        @Schema(maxItems = 100) List<NumberResponse> organisationNumbers) {
    static MunicipalityHistoryResponse of(Municipality municipality, Register register) {
        var lineage = register.lineage();
        return new MunicipalityHistoryResponse(
                municipality.id(),
                municipality.foundedOn().orElse(null),
                municipality.ceasedOn().orElse(null),
                municipality.versions().stream()
                        .map(version -> VersionResponse.of(version, register))
                        .toList(),
                lineage.predecessorsOf(municipality.id()).stream()
                        .flatMap(step -> StepResponse.of(
                                step, step.from(), register.find(step.from()).map(Municipality::latest)))
                        .toList(),
                lineage.successorsOf(municipality.id()).stream()
                        .flatMap(step -> StepResponse.of(
                                step,
                                step.to(),
                                register.find(step.to()).flatMap(successor -> successor.versionOn(step.on()))))
                        .toList(),
                municipality.organisationNumbers().stream()
                        .map(NumberResponse::of)
                        .toList());
    }

    /** A number and a name, with the time they held. */
    @JsonPropertyOrder({"number", "name", "county", "from", "to"})
    @Schema(name = "MunicipalityVersion")
    record VersionResponse(
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,
            @Schema(nullable = true) @Nullable NamedCounty county,
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to) {
        static VersionResponse of(MunicipalityVersion version, Register register) {
            return new VersionResponse(
                    version.number(),
                    version.name(),
                    register.countyOf(version).map(NamedCounty::of).orElse(null),
                    version.period().from().orElse(null),
                    version.period().to().orElse(null));
        }
    }

    /**
     * A predecessor or successor.
     *
     * @param share the part of the predecessor's people that came to the successor, a decimal number
     */
    @JsonPropertyOrder({"municipalityId", "number", "name", "on", "share", "method", "dutyBearer"})
    @Schema(name = "MunicipalitySuccession")
    record StepResponse(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            @Schema(maxLength = 200) String name,
            LocalDate on,

            @Schema(maxLength = 12, pattern = "^[01](\\.[0-9]+)?$")
            String share,

            @Schema(enumeration = {"whole", "known", "estimated"})
            String method,

            boolean dutyBearer) {
        static Stream<StepResponse> of(Inheritance step, MunicipalityId id, Optional<MunicipalityVersion> version) {
            return version.stream()
                    .map(named -> new StepResponse(
                            id,
                            named.number(),
                            named.name(),
                            step.on(),
                            step.share().toPlainString(),
                            step.method().code(),
                            step.dutyBearer()));
        }
    }

    /** An organisation number with the time it held. */
    @JsonPropertyOrder({"number", "from", "to", "standing", "source"})
    @Schema(name = "HeldOrganisationNumber")
    record NumberResponse(
            OrganisationNumber number,
            @Schema(nullable = true) @Nullable LocalDate from,
            @Schema(nullable = true) @Nullable LocalDate to,

            @Schema(enumeration = {"confirmed", "conflicting"})
            String standing,

            @Schema(maxLength = 500) String source) {
        static NumberResponse of(RegisteredOrganisationNumber registered) {
            return new NumberResponse(
                    registered.number(),
                    registered.period().from().orElse(null),
                    registered.period().to().orElse(null),
                    registered.standing().name().toLowerCase(Locale.ROOT),
                    registered.source());
        }
    }
}
