package no.opptrapping.municipality.registry.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.municipality.lineage.Lineage;
import no.opptrapping.municipality.lineage.Party;
import no.opptrapping.municipality.lineage.SplitPart;
import no.opptrapping.municipality.lineage.StructureChange;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.DeriveIdentity;
import no.opptrapping.municipality.registry.LanguageForm;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityVersion;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.registry.Period;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Origin;
import no.opptrapping.municipality.registry.RegisteredOrganisationNumber.Standing;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.platform.register.ShareMethod;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.OrganisationNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What other services hear of municipalities is what the approved samples say. */
class MunicipalityContractTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final LocalDate RENUMBERED = LocalDate.of(2018, 1, 1);
    private static final LocalDate SPLIT = LocalDate.of(2024, 1, 1);

    private static final Municipality RENAMED = municipality(
            LocalDate.of(1964, 1, 1),
            List.of(
                    version("1601", "Trondheim", LocalDate.of(1964, 1, 1), RENUMBERED),
                    version("5001", "Trondheim - Tråante", RENUMBERED, null)),
            "942110464");
    private static final Municipality DIVIDED =
            municipality(null, List.of(version("1507", "Ålesund", null, SPLIT)), "920415288");
    private static final Municipality LARGER =
            municipality(SPLIT, List.of(version("1508", "Ålesund", SPLIT, null)), "929911709");
    private static final Municipality SMALLER =
            municipality(SPLIT, List.of(version("1580", "Haram", SPLIT, null)), null);
    private static final Register REGISTER = new Register(
            List.of(RENAMED, DIVIDED, LARGER, SMALLER),
            List.of(
                    new County("15", "Møre og Romsdal", Period.of(null, null)),
                    new County("16", "Sør-Trøndelag", Period.of(null, RENUMBERED)),
                    new County("50", "Trøndelag - Trööndelage", Period.of(RENUMBERED, null))),
            new Lineage(List.of(new StructureChange.Split(
                    SPLIT,
                    party(DIVIDED),
                    List.of(
                            new SplitPart(party(LARGER), new BigDecimal("0.8621253647"), ShareMethod.ESTIMATED, true),
                            new SplitPart(
                                    party(SMALLER), new BigDecimal("0.1378746353"), ShareMethod.ESTIMATED, false)),
                    "largest-part"))));

    @Test
    void hasASchemaAndSamplesForEveryTopic() {
        ContractSamples.ownedBy("municipality-service").assertConsistent();
    }

    @Test
    void tellsOfAMunicipalityAsApproved() throws JsonProcessingException {
        var contracts = ContractSamples.ownedBy("municipality-service");
        contracts.assertApproved("municipality.v1", 1, written(RENAMED));
        contracts.assertApproved("municipality.v1", 2, written(DIVIDED));
        contracts.assertApproved("municipality.v1", 3, written(SMALLER));
    }

    @Test
    void tellsWhoMayActForAMunicipalityAsApproved() throws JsonProcessingException {
        var represented = new Representation(
                LanguageForm.NEUTRAL,
                "",
                List.of(
                        new Representation.Representative(
                                new OrganisationNumber("942110464"),
                                Representation.Kind.HOST,
                                List.of(Representation.Task.APPLY, Representation.Task.REPORT),
                                SPLIT,
                                null),
                        new Representation.Representative(
                                new OrganisationNumber("929911709"),
                                Representation.Kind.SUPPLIER,
                                List.of(Representation.Task.ACCEPT),
                                SPLIT,
                                SPLIT.plusYears(1))),
                List.of(new Representation.ContactPoint("Ruskoordinator", "post@example.no", "70000000")));
        ContractSamples.ownedBy("municipality-service")
                .assertApproved("municipality.v1", 4, written(SMALLER, represented));
    }

    @Test
    void tellsWhatAMunicipalityIsCalledInEachLanguageAsApproved() throws JsonProcessingException {
        var names = new OfficialNames(
                List.of(
                        new OfficialNames.Name("Trondheim", "Norwegian"),
                        new OfficialNames.Name("Tråante", "Southern Sami")),
                true);
        ContractSamples.ownedBy("municipality-service")
                .assertApproved(
                        "municipality.v1",
                        5,
                        MAPPER.writeValueAsString(
                                MunicipalityV1.of(RENAMED, REGISTER, Representation.NONE, Optional.of(names))));
    }

    @Test
    void tellsWhoseLandEachPartOfAnUndoneMergerGotAsApproved() throws JsonProcessingException {
        var merged = new Party(
                DeriveIdentity.of(new MunicipalityNumber("1534"), Optional.empty()), new MunicipalityNumber("1534"));
        var undone = new Register(
                List.of(DIVIDED, LARGER, SMALLER),
                List.of(new County("15", "Møre og Romsdal", Period.of(null, null))),
                new Lineage(List.of(new StructureChange.Split(
                        SPLIT,
                        party(DIVIDED),
                        List.of(
                                new SplitPart(
                                        party(LARGER), new BigDecimal("0.8621253647"), ShareMethod.ESTIMATED, true),
                                new SplitPart(
                                        party(SMALLER),
                                        new BigDecimal("0.1378746353"),
                                        ShareMethod.ESTIMATED,
                                        false,
                                        Set.of(merged.id()))),
                        "largest-part"))));
        ContractSamples.ownedBy("municipality-service")
                .assertApproved(
                        "municipality.v1",
                        6,
                        MAPPER.writeValueAsString(
                                MunicipalityV1.of(DIVIDED, undone, Representation.NONE, Optional.empty())));
    }

    private static String written(Municipality municipality) throws JsonProcessingException {
        return written(municipality, Representation.NONE);
    }

    private static String written(Municipality municipality, Representation representation)
            throws JsonProcessingException {
        return MAPPER.writeValueAsString(MunicipalityV1.of(municipality, REGISTER, representation, Optional.empty()));
    }

    private static Municipality municipality(
            @Nullable LocalDate foundedOn, List<MunicipalityVersion> versions, @Nullable String organisationNumber) {
        var founded = Optional.ofNullable(foundedOn);
        return new Municipality(
                DeriveIdentity.of(versions.getFirst().number(), founded),
                founded,
                versions,
                Optional.ofNullable(organisationNumber).stream()
                        .map(number -> new RegisteredOrganisationNumber(
                                new OrganisationNumber(number),
                                Period.of(
                                        versions.getFirst().period().from().orElse(null),
                                        versions.getLast().period().to().orElse(null)),
                                Standing.CONFIRMED,
                                Origin.REFERENCE,
                                "a test"))
                        .toList());
    }

    private static MunicipalityVersion version(
            String number, String name, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new MunicipalityVersion(new MunicipalityNumber(number), name, Period.of(from, to));
    }

    private static Party party(Municipality municipality) {
        return new Party(municipality.id(), municipality.firstNumber());
    }
}
