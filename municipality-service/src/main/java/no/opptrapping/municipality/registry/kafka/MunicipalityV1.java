package no.opptrapping.municipality.registry.kafka;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.platform.register.Inheritance;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;

/** The content of {@code municipality.v1}; the contract is {@code contracts/municipality.v1.schema.json}. */
@JsonPropertyOrder({
    "municipalityId",
    "foundedOn",
    "ceasedOn",
    "versions",
    "predecessors",
    "successors",
    "organisationNumbers",
    "languageForm",
    "representatives",
    "contactPoints",
    "officialNames",
    "samiArea"
})
record MunicipalityV1(
        MunicipalityId municipalityId,
        @Nullable LocalDate foundedOn,
        @Nullable LocalDate ceasedOn,
        List<Version> versions,
        List<Predecessor> predecessors,
        List<Successor> successors,
        List<HeldNumber> organisationNumbers,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String languageForm,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Representing> representatives,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Contact> contactPoints,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<NameInLanguage> officialNames,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean samiArea) {
    /** The topic, and with the project's prefix the event's type. */
    static final String TOPIC = "municipality.v1";

    static MunicipalityV1 of(
            Municipality municipality,
            Register register,
            Representation representation,
            Optional<OfficialNames> official) {
        var lineage = register.lineage();
        return new MunicipalityV1(
                municipality.id(),
                municipality.foundedOn().orElse(null),
                municipality.ceasedOn().orElse(null),
                municipality.versions().stream()
                        .map(version -> Version.of(version, register.countyOf(version)))
                        .toList(),
                lineage.predecessorsOf(municipality.id()).stream()
                        .map(Predecessor::of)
                        .toList(),
                lineage.successorsOf(municipality.id()).stream()
                        .map(Successor::of)
                        .toList(),
                municipality.organisationNumbers().stream()
                        .filter(RegisteredOrganisationNumber::isInUse)
                        .map(HeldNumber::of)
                        .toList(),
                representation.equals(Representation.NONE)
                        ? null
                        : representation.languageForm().code(),
                representation.representatives().stream().map(Representing::of).toList(),
                representation.contactPoints().stream()
                        .map(one -> new Contact(one.role(), one.email(), one.phone()))
                        .toList(),
                official.stream()
                        .flatMap(adopted -> adopted.names().stream())
                        .map(name -> new NameInLanguage(name.name(), name.language()))
                        .toList(),
                official.map(OfficialNames::samiArea).orElse(null));
    }

    @JsonPropertyOrder({"number", "name", "county", "from", "to"})
    record Version(
            MunicipalityNumber number,
            String name,
            @Nullable NamedCounty county,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static Version of(MunicipalityVersion version, Optional<County> county) {
            return new Version(
                    version.number(),
                    version.name(),
                    county.map(found -> new NamedCounty(found.number(), found.name()))
                            .orElse(null),
                    version.period().from().orElse(null),
                    version.period().to().orElse(null));
        }
    }

    @JsonPropertyOrder({"number", "name"})
    record NamedCounty(String number, String name) {}

    @JsonPropertyOrder({"municipalityId", "on", "share"})
    record Predecessor(MunicipalityId municipalityId, LocalDate on, String share) {
        static Predecessor of(Inheritance step) {
            return new Predecessor(step.from(), step.on(), decimal(step.share()));
        }
    }

    @JsonPropertyOrder({"municipalityId", "on", "share", "method", "dutyBearer", "territory"})
    record Successor(
            MunicipalityId municipalityId,
            LocalDate on,
            String share,
            String method,
            boolean dutyBearer,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<MunicipalityId> territory) {
        static Successor of(Inheritance step) {
            return new Successor(
                    step.to(),
                    step.on(),
                    decimal(step.share()),
                    step.method().code(),
                    step.dutyBearer(),
                    step.territory().stream().sorted().toList());
        }
    }

    @JsonPropertyOrder({"number", "from", "to"})
    record HeldNumber(
            OrganisationNumber number,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {
        static HeldNumber of(RegisteredOrganisationNumber registered) {
            return new HeldNumber(
                    registered.number(),
                    registered.period().from().orElse(null),
                    registered.period().to().orElse(null));
        }
    }

    @JsonPropertyOrder({"organisationNumber", "kind", "tasks", "from", "to"})
    record Representing(
            OrganisationNumber organisationNumber,
            String kind,
            List<String> tasks,
            LocalDate from,
            @Nullable LocalDate to) {
        static Representing of(Representation.Representative one) {
            return new Representing(
                    one.organisation(),
                    one.kind().code(),
                    one.tasks().stream().map(Representation.Task::code).toList(),
                    one.from(),
                    one.to());
        }
    }

    @JsonPropertyOrder({"role", "email", "phone"})
    record Contact(String role, String email, String phone) {}

    @JsonPropertyOrder({"name", "language"})
    record NameInLanguage(String name, String language) {}

    private static String decimal(BigDecimal share) {
        var plain = share.stripTrailingZeros();
        return (plain.scale() < 0 ? plain.setScale(0) : plain).toPlainString();
    }
}
