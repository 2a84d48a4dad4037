package no.opptrapping.grant.renewals;

import com.fasterxml.jackson.annotation.JsonValue;
import no.opptrapping.grant.applications.ApplicationId;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What an earlier application says and a renewal of it does not.
 *
 * @param from which application says it
 * @param pointer where it says it (RFC 6901)
 * @param reason why it is left out
 */
@Schema(name = "NotCarried")
public record NotCarried(
        ApplicationId from,

        @Schema(maxLength = 300, description = "Where the earlier application says it (RFC 6901)")
        String pointer,

        Reason reason) {
    /** Why something is left out. */
    @Schema(name = "NotCarriedReason", description = "Why it is left out")
    public enum Reason {
        /** The call does not ask it. */
        NOT_ASKED("not-asked"),
        /** Another of the applications that are renewed together says something else, which is taken. */
        OTHERWISE_SAID("otherwise-said"),
        /** It has to be said anew every year. */
        SAID_ANEW("said-anew"),
        /** It is a file, which belongs to the application that it was attached to. */
        FILE("file");

        private final String code;

        Reason(String code) {
            this.code = code;
        }

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return code;
        }
    }
}
