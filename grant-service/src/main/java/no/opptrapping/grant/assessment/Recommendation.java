package no.opptrapping.grant.assessment;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What an assessment recommends. */
public enum Recommendation {
    APPROVE("approve"),
    REJECT("reject");

    private final String code;

    Recommendation(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<Recommendation> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
