package no.opptrapping.grant.webhooks;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import no.opptrapping.grant.notices.Notice;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/** A notice as a CloudEvent 1.0 in structured mode; its id is the notice's, wherever it is read. */
record NoticeEvent(
        String specversion,
        UUID id,
        String source,
        String type,
        String subject,
        Instant time,
        String datacontenttype,
        Data data) {
    /** The notice itself, in all languages. */
    record Data(
            NoticeKind kind,
            MunicipalityId municipalityId,
            String about,
            LocalisedText text,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            LocalDate answerBy) {}

    static NoticeEvent of(Notice notice) {
        return new NoticeEvent(
                "1.0",
                notice.id(),
                "/grant-service",
                "no.opptrapping.notice.v1",
                notice.about(),
                notice.at(),
                "application/json",
                new Data(
                        notice.kind(),
                        notice.to(),
                        notice.about(),
                        notice.text(),
                        notice.answerBy().orElse(null)));
    }
}
