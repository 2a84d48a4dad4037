package no.opptrapping.municipality.registry.kafka;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import no.opptrapping.municipality.indicators.ConvertedForReading;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationStatus;
import no.opptrapping.municipality.indicators.kafka.ToldIndicators;
import no.opptrapping.municipality.reference.ReadReferenceEdition;
import no.opptrapping.municipality.reference.ReferenceEdition;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.platform.register.ConvertHeardFigures;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** A service that has only heard of municipalities and indicators has every figure that the register has. */
class ConvertedAlikeTest {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final ReferenceEdition EDITION = ReadReferenceEdition.read();
    private static final Structure HEARD = heard();
    private static final PopulationFigures POPULATIONS = new HeardPopulations();

    /** Every year's figures of every quantity and ratio, in the structure of every year. */
    @Test
    void givesTheFiguresOfTheRegisterForEveryYearInEveryStructure() {
        var differences = new ArrayList<String>();
        var compared = 0;
        for (var definition : EDITION.indicators()) {
            for (var set : ownSets(definition)) {
                for (var year = 2012; year <= 2026; year++) {
                    var date = LocalDate.of(year, 1, 1);
                    var registered = ConvertedForReading.to(date, set, definition.kind(), EDITION, POPULATIONS);
                    var expected = figures(registered);
                    var back = date.isBefore(set.key().structureDate());
                    var found = converted(definition, set, date);
                    compared += found.size();
                    var numbers = new HashSet<>(found.keySet());
                    numbers.addAll(expected.keySet());
                    numbers.stream()
                            .filter(number -> !(back && !found.containsKey(number) && isEstimated(registered, number)))
                            .filter(number -> !Optional.ofNullable(found.get(number))
                                    .equals(Optional.ofNullable(expected.get(number))))
                            .forEach(number -> differences.add(set.key() + " in " + date + ": " + number + " is "
                                    + found.get(number) + ", in the register " + expected.get(number)));
                }
            }
        }
        assertThat(differences).isEmpty();
        assertThat(compared).isGreaterThan(200_000);
    }

    @Test
    void countsTonsbergOf2014WithItsPartOfWhatWasCountedTogether() {
        var population = EDITION.indicators().stream()
                .filter(one -> one.code().equals("population"))
                .findFirst()
                .orElseThrow();
        var set = ownSets(population).stream()
                .filter(one -> one.key().year().equals(Year.of(2014)))
                .findFirst()
                .orElseThrow();

        assertThat(converted(population, set, LocalDate.of(2026, 1, 1))).containsEntry("3905", "53038");
    }

    private static List<ObservationSet> ownSets(IndicatorDefinition definition) {
        return EDITION.observations().stream()
                .filter(set -> !definition.kind().hasCategories()
                        && set.key().indicator().equals(definition.code())
                        && set.key().structureDate().equals(set.key().year().atDay(1)))
                .toList();
    }

    /** Back in time a service does without what the register estimates. */
    private static boolean isEstimated(ObservationSet set, String number) {
        return set.observations().stream()
                .filter(one -> one.number().value().equals(number))
                .anyMatch(one -> one.status() == ObservationStatus.ESTIMATED);
    }

    private static Map<String, String> figures(ObservationSet set) {
        return set.observations().stream()
                .filter(one -> one.value().isPresent())
                .collect(toMap(
                        one -> one.number().value(),
                        one -> plain(new BigDecimal(one.value().orElseThrow()))));
    }

    private static Map<String, String> converted(IndicatorDefinition definition, ObservationSet set, LocalDate date) {
        var told = ToldIndicators.of(definition, set);
        var convert = new ConvertHeardFigures(HEARD, POPULATIONS);
        var heard = new ConvertHeardFigures.Heard(
                Year.of(told.path("year").asInt()),
                LocalDate.parse(told.path("structureDate").asText()),
                values(told),
                StreamSupport.stream(told.path("joint").spliterator(), false)
                        .map(one -> new ConvertHeardFigures.Together(
                                StreamSupport.stream(one.path("numbers").spliterator(), false)
                                        .map(number -> new MunicipalityNumber(number.asText()))
                                        .collect(toSet()),
                                new BigDecimal(one.path("value").asText())))
                        .toList());
        var there = told.has("weightedBy") ? convert.ratios(heard, date) : convert.quantities(heard, date);
        assertThat(there.unheard()).isEmpty();
        return there.values().entrySet().stream()
                .collect(toMap(entry -> entry.getKey().value(), entry -> plain(entry.getValue())));
    }

    private static Map<MunicipalityNumber, BigDecimal> values(JsonNode told) {
        return StreamSupport.stream(told.path("values").spliterator(), false)
                .collect(toMap(
                        one -> new MunicipalityNumber(one.path("number").asText()),
                        one -> new BigDecimal(one.path("value").asText())));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static Structure heard() {
        return new Structure(EDITION.register().municipalities().stream()
                .map(municipality -> {
                    try {
                        var told = MAPPER.writeValueAsString(MunicipalityV1.of(
                                municipality, EDITION.register(), Representation.NONE, Optional.empty()));
                        return MAPPER.readValue(told, HeardMunicipality.class);
                    } catch (JsonProcessingException unreadable) {
                        throw new AssertionError(unreadable);
                    }
                })
                .toList());
    }

    private static final class HeardPopulations implements PopulationFigures {
        private final TreeMap<Year, Map<MunicipalityId, Long>> people = new TreeMap<>();

        HeardPopulations() {
            var definition = EDITION.indicators().stream()
                    .filter(one ->
                            one.kind() == IndicatorKind.QUANTITY && one.code().equals("population"))
                    .findFirst()
                    .orElseThrow();
            ownSets(definition).forEach(set -> {
                var values = values(ToldIndicators.of(definition, set));
                var byIdentity = new HashMap<MunicipalityId, Long>();
                HEARD.validOn(set.key().structureDate())
                        .forEach(one -> Optional.ofNullable(values.get(one.number()))
                                .ifPresent(value -> byIdentity.put(one.id(), value.longValueExact())));
                people.put(set.key().year(), byIdentity);
            });
        }

        @Override
        public SortedSet<Year> years() {
            return people.navigableKeySet();
        }

        @Override
        public Map<MunicipalityId, Long> on(Year year) {
            return people.getOrDefault(year, Map.of());
        }
    }
}
