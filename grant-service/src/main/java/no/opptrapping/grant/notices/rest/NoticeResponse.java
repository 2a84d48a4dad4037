package no.opptrapping.grant.notices.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.notices.KeptNotices;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something that the municipality has been told. */
@Schema(name = "Notice")
record NoticeResponse(
        @Schema(required = true, description = "The same wherever the notice is read or sent")
        UUID id,

        @Schema(required = true, description = "What it tells of; there will be more kinds, each with its text")
        NoticeKind kind,

        @Schema(required = true, description = "Whom it was told: the municipality that calls, or one before it")
        MunicipalityId municipalityId,

        @Schema(
                required = true,
                maxLength = 200,
                description = "The address of what it is about, a path of this service")
        String about,

        @Schema(required = true, maxLength = 4000, description = "In the language of the answer")
        String text,

        @Schema(description = "The last day on which an answer is on time; missing when none is asked for")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        LocalDate answerBy,

        @Schema(required = true, description = "When it was told")
        Instant at) {
    static NoticeResponse of(KeptNotices.Numbered numbered, Language language) {
        var notice = numbered.notice();
        return new NoticeResponse(
                notice.id(),
                notice.kind(),
                notice.to(),
                notice.about(),
                notice.text().in(language),
                notice.answerBy().orElse(null),
                notice.at());
    }
}
