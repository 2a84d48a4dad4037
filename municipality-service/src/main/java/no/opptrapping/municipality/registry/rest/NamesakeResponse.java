package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that is called what was searched for, but not on the date.
 *
 * @param from since when it is called so; null for an unknown day before 2012
 * @param to the first day that it no longer was; null if it still is
 * @param successors who stands there on the date, if it is called so no longer
 * @param predecessors who stands there on the date, if it is not called so yet
 */
@JsonPropertyOrder({"number", "name", "from", "to", "successors", "predecessors", "text"})
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@Schema(name = "MunicipalityAtAnotherTime")
record NamesakeResponse(
        @Schema(required = true) MunicipalityNumber number,
        @Schema(required = true, maxLength = 200) String name,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Schema(maxItems = 100) List<Relative> successors,
        @Schema(maxItems = 100) List<Relative> predecessors,
        @Schema(required = true) LocalisedText text) {
    static Stream<NamesakeResponse> of(NumberLookup lookup, Texts texts) {
        return switch (lookup) {
            case NumberLookup.Ceased(var number, var last, var on, var successors) ->
                Stream.of(of(
                        last,
                        successors,
                        List.of(),
                        texts.text(
                                "municipality.ceased",
                                Map.of(
                                        "number",
                                        number,
                                        "name",
                                        last.name(),
                                        "on",
                                        on,
                                        "successorNames",
                                        inText(successors)))));
            case NumberLookup.NotYet(var number, var first, var from, var predecessors) ->
                Stream.of(of(
                        first,
                        List.of(),
                        predecessors,
                        texts.text(
                                "municipality.not-yet",
                                Map.of(
                                        "number",
                                        number,
                                        "name",
                                        first.name(),
                                        "from",
                                        from,
                                        "predecessorNames",
                                        inText(predecessors)))));
            case NumberLookup.Valid valid -> Stream.empty();
            case NumberLookup.Unknown unknown -> Stream.empty();
        };
    }

    private static NamesakeResponse of(
            Listed listed, List<Listed> successors, List<Listed> predecessors, LocalisedText text) {
        return new NamesakeResponse(
                listed.number(),
                listed.name(),
                listed.version().period().from().orElse(null),
                listed.version().period().to().orElse(null),
                successors.stream().map(Relative::of).toList(),
                predecessors.stream().map(Relative::of).toList(),
                text);
    }

    private static List<String> inText(List<Listed> several) {
        return several.stream().map(Relative::inText).toList();
    }
}
