package no.opptrapping.grant.cases;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A case that went from somebody to somebody, or to nobody; kept for good.
 *
 * @param from the subject of the person who held it; empty when nobody did
 * @param to the subject of the person who holds it from then on; empty when it was released
 * @param by the subject of the person who moved it
 * @param reason in words; empty when none was given
 */
public record CaseMove(
        Kind kind, Optional<String> from, Optional<String> to, String by, Instant at, Optional<String> reason) {
    /** How it went. */
    @Schema(name = "CaseMoveKind")
    public enum Kind {
        /** Somebody took it for themselves. */
        TAKEN,
        /** It was given to a named person. */
        HANDED_OVER,
        /** Nobody holds it any more. */
        RELEASED;

        /** The word for it in JSON and in the database. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** The one with the code; an unknown one is a bug. */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }
}
