package no.opptrapping.municipality.indicators.kafka;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Optional;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationSet;
import no.opptrapping.municipality.indicators.ObservationSets.Versioned;

/** What other services hear of a set of observations. */
public final class ToldIndicators {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private ToldIndicators() {}

    /** The event's data. */
    public static JsonNode of(IndicatorDefinition definition, ObservationSet set) {
        return MAPPER.valueToTree(IndicatorV1.of(definition, new Versioned(1, set), Optional.empty()));
    }
}
