package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is done with municipalities that imported need indices lack. */
@Schema(name = "WhenIndexMissing")
public enum WhenMissing {
    /** Nothing is divided, and they are named. */
    REFUSE("refuse"),
    /** They are left out and get nothing. */
    EXCLUDE("exclude"),
    /** They get the index that the model's own criteria give them. */
    OWN_KEY("own-key");

    private final String code;

    WhenMissing(String code) {
        this.code = code;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<WhenMissing> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
