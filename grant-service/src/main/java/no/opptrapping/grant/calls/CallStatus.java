package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where a call is: being prepared, open to applications between its dates, or decided. */
public enum CallStatus {
    DRAFT("draft"),
    ANNOUNCED("announced"),
    CLOSED("closed");

    private final String code;

    CallStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<CallStatus> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
