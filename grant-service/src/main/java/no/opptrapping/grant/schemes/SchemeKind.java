package no.opptrapping.grant.schemes;

import com.fasterxml.jackson.annotation.JsonValue;

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
}
