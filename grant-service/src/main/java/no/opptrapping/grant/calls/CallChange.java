package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What was changed of a call after it was announced, and why.
 *
 * @param by the subject of the person who changed it
 * @param deadlineBefore the deadline that was, when it was extended
 */
public record CallChange(
        Kind kind,
        String by,
        Instant at,
        String reason,
        @Nullable Instant deadlineBefore) {
    /** What kind of change it was. */
    @Schema(name = "CallChangeKind")
    public enum Kind {
        /** The deadline was moved to a later moment. */
        EXTENDED,
        /** Title, documents or budget were put right. */
        CORRECTED,
        /** It was called off. */
        CANCELLED;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
