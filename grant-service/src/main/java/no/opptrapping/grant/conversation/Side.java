package no.opptrapping.grant.conversation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who speaks in a conversation. */
@Schema(name = "ConversationSide")
public enum Side {
    MUNICIPALITY,
    DIRECTORATE;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the code; an unknown one is a bug. */
    public static Side of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    Side other() {
        return this == MUNICIPALITY ? DIRECTORATE : MUNICIPALITY;
    }
}
