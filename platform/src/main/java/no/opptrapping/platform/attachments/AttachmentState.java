package no.opptrapping.platform.attachments;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an attachment can be read. */
public enum AttachmentState {
    /** It can. */
    READY,
    /** The scanner has not been reached yet: nobody gets it before it has been. */
    WAITING,
    /** The scanner has found something harmful; its content is gone. */
    INFECTED;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the code; an unknown one is a bug. */
    public static AttachmentState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
