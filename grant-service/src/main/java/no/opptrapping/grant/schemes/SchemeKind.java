package no.opptrapping.grant.schemes;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How a scheme's money is given: earmarked for its purpose, or as part of the framework grant. */
public enum SchemeKind {
    EARMARKED("earmarked"),
    FRAMEWORK("framework");

    private final String code;

    SchemeKind(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<SchemeKind> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
