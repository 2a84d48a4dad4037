package no.opptrapping.grant.worklist.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import no.opptrapping.grant.worklist.SeeWorklist;
import no.opptrapping.grant.worklist.Waiting;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that waits.
 *
 * @param text what is to be done, in the reader's language
 * @param municipality whose it is today: an award that was taken over is its holder's
 */
@Schema(name = "WorklistItem")
record WorklistItemResponse(
        Waiting.What what,
        String text,
        String waitsFor,

        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Municipality municipality,

        Instant since,
        long count,
        String link) {

    @Schema(name = "WorklistMunicipality")
    record Municipality(MunicipalityNumber number, String name) {}

    static WorklistItemResponse of(SeeWorklist.Line line, Language language, Texts texts) {
        var waiting = line.waiting();
        return new WorklistItemResponse(
                waiting.what(),
                texts.text(
                        language,
                        "worklist." + waiting.what().code(),
                        Map.of("name", waiting.name(), "count", waiting.count())),
                line.waitsFor(),
                line.municipality()
                        .map(known -> new Municipality(known.number(), known.name()))
                        .orElse(null),
                waiting.since(),
                waiting.count(),
                waiting.link());
    }
}
