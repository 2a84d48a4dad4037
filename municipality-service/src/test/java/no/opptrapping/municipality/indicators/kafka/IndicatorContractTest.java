package no.opptrapping.municipality.indicators.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.Conversion;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.JointObservation;
import no.opptrapping.municipality.indicators.Observation;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.indicators.Withdrawal;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** What other services hear of indicators is what the approved samples say. */
class IndicatorContractTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    private static final ContractSamples CONTRACTS = ContractSamples.ownedBy("municipality-service");

    @Test
    void tellsOfAQuantityAsApproved() throws JsonProcessingException {
        var definition = new IndicatorDefinition(
                "population",
                IndicatorKind.QUANTITY,
                new LocalisedText("Folkemengde 1. januar", "Folkemengd 1. januar", "Population on 1 January"),
                "persons",
                "Statistics Norway, table 07459",
                "CC BY 4.0",
                List.of());
        var set = new ObservationSet(
                new ObservationKey("population", Year.of(2015), LocalDate.of(2015, 1, 1)),
                List.of(
                        observation(1, "0301", "647676", ObservationStatus.FINAL),
                        observation(2, "0704", "42276", ObservationStatus.ESTIMATED),
                        Observation.missing(id(3), new MunicipalityNumber("0706")),
                        Observation.missing(id(4), new MunicipalityNumber("0719"))),
                List.of(new JointObservation(
                        List.of(new MunicipalityNumber("0706"), new MunicipalityNumber("0719")), "62647")));

        CONTRACTS.assertApproved("indicator.v1", 1, written(definition, new Versioned(2, set)));
    }

    @Test
    void tellsOfAGroupingAsApproved() throws JsonProcessingException {
        var definition = new IndicatorDefinition(
                "kostra-group",
                IndicatorKind.GROUPING,
                new LocalisedText("KOSTRA-gruppe", "KOSTRA-gruppe", "KOSTRA group"),
                "category",
                "Statistics Norway, Klass 112",
                "CC BY 4.0",
                List.of(new Category(
                        "13", new LocalisedText("KOSTRA-gruppe 13", "KOSTRA-gruppe 13", "KOSTRA group 13"))));
        var set = new ObservationSet(
                new ObservationKey("kostra-group", Year.of(2020), LocalDate.of(2023, 1, 1)),
                List.of(
                        observation(1, "0301", "13", ObservationStatus.FINAL),
                        Observation.missing(id(5), new MunicipalityNumber("1507"))),
                List.of());

        CONTRACTS.assertApproved("indicator.v1", 2, written(definition, new Versioned(1, set)));
    }

    @Test
    void tellsHowToWeighAFigureForEachInhabitantAsApproved() throws JsonProcessingException {
        var definition = new IndicatorDefinition(
                "need-index",
                IndicatorKind.RATIO,
                new LocalisedText(
                        "Indeks for beregnet utgiftsbehov",
                        "Indeks for berekna utgiftsbehov",
                        "Index of calculated need"),
                "index",
                "Ministry of Local Government, Grønt hefte",
                "public facts",
                List.of());
        var set = new ObservationSet(
                new ObservationKey("need-index", Year.of(2026), LocalDate.of(2026, 1, 1)),
                List.of(
                        observation(1, "0301", "0.9287", ObservationStatus.FINAL),
                        Observation.missing(id(2), new MunicipalityNumber("1151"))),
                List.of());

        CONTRACTS.assertApproved("indicator.v1", 3, written(definition, new Versioned(1, set)));
    }

    @Test
    void tellsThatAVersionIsWithdrawnAsApproved() throws JsonProcessingException {
        var definition = new IndicatorDefinition(
                "population-67-plus",
                IndicatorKind.QUANTITY,
                new LocalisedText("Innbyggere over 67 år", "Innbyggjarar over 67 år", "Inhabitants above 67"),
                "persons",
                "Statistics Norway, table 07459",
                "CC BY 4.0",
                List.of());
        var set = new ObservationSet(
                new ObservationKey("population-67-plus", Year.of(2025), LocalDate.of(2025, 1, 1)),
                List.of(observation(1, "0301", "90000", ObservationStatus.FINAL)),
                List.of());
        var withdrawal =
                new Withdrawal(Instant.parse("2025-02-03T10:15:00Z"), "kari", "One municipality was counted twice.");

        CONTRACTS.assertApproved(
                "indicator.v1",
                4,
                MAPPER.writeValueAsString(IndicatorV1.of(definition, new Versioned(1, set), Optional.of(withdrawal))));
    }

    @Test
    void tellsWhatASetWasConvertedFromAsApproved() throws JsonProcessingException {
        var definition = new IndicatorDefinition(
                "population",
                IndicatorKind.QUANTITY,
                new LocalisedText("Folkemengde 1. januar", "Folkemengd 1. januar", "Population on 1 January"),
                "persons",
                "Statistics Norway, table 07459",
                "CC BY 4.0",
                List.of());
        var set = new ObservationSet(
                new ObservationKey("population", Year.of(2026), LocalDate.of(2028, 1, 1)),
                List.of(
                        observation(1, "0301", "724290", ObservationStatus.FINAL),
                        observation(6, "1842", "500", ObservationStatus.ESTIMATED)),
                List.of(),
                Optional.of(LocalDate.of(2026, 1, 1)));

        CONTRACTS.assertApproved(
                "indicator.v1",
                5,
                written(definition, new Versioned(1, set, Optional.of(new Conversion(LocalDate.of(2026, 1, 1), 3)))));
    }

    @Test
    void fitsTheSchemaWithEverySetOfTheReferenceData() throws JsonProcessingException {
        var edition = ReadReferenceEdition.read();
        for (var definition : edition.indicators()) {
            for (var set : edition.observations()) {
                if (set.key().indicator().equals(definition.code())) {
                    var versioned = new Versioned(1, set, set.convertedFrom().map(from -> new Conversion(from, 1)));
                    CONTRACTS.assertFits("indicator.v1", MAPPER.readTree(written(definition, versioned)));
                }
            }
        }
    }

    private static String written(IndicatorDefinition definition, Versioned versioned) throws JsonProcessingException {
        return MAPPER.writeValueAsString(IndicatorV1.of(definition, versioned, Optional.empty()));
    }

    private static Observation observation(int id, String number, String value, ObservationStatus status) {
        return new Observation(id(id), new MunicipalityNumber(number), Optional.of(value), status);
    }

    private static MunicipalityId id(int id) {
        return new MunicipalityId(new UUID(0, id));
    }
}
