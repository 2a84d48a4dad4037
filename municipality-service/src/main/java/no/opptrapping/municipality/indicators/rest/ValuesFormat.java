package no.opptrapping.municipality.indicators.rest;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.Optional;
import no.opptrapping.platform.csv.Csv;

/** The forms that an indicator's values are given in; the caller chooses by {@code Accept}. */
enum ValuesFormat {
    /** The service's own, with everything that is known. */
    JSON(MediaType.APPLICATION_JSON),
    /** CSV with one line per municipality. */
    CSV(Csv.TYPE),
    /** JSON-stat 2.0, a data set with one dimension for the municipalities and one for the year. */
    JSON_STAT(ValuesFormat.JSON_STAT_2);

    static final String JSON_STAT_2 = "application/json-stat+json";

    private final String name;

    ValuesFormat(String name) {
        this.name = name;
    }

    /** The form that the caller likes best; empty if it takes none of them. */
    static Optional<ValuesFormat> wantedBy(Request request) {
        var types = Arrays.stream(values()).map(ValuesFormat::plainType).toArray(MediaType[]::new);
        return Optional.ofNullable(
                        request.selectVariant(Variant.mediaTypes(types).build()))
                .flatMap(variant -> Arrays.stream(values())
                        .filter(format -> format.plainType().isCompatible(variant.getMediaType()))
                        .findFirst());
    }

    /** The media type with the character set where it has one. */
    MediaType type() {
        return this == CSV ? MediaType.valueOf(Csv.CONTENT_TYPE) : plainType();
    }

    private MediaType plainType() {
        return MediaType.valueOf(name);
    }
}
