package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a participant has answered. */
@Schema(name = "ConsentState")
public enum ConsentState {
    ASKED("asked"),
    AGREED("agreed"),
    DECLINED("declined");

    private final String code;

    ConsentState(String code) {
        this.code = code;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return code;
    }
}
