package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** What goes first among applications of equal rank or score: the earliest submission, the larger amount, or neither. */
public enum TieRule {
    EARLIEST("earliest"),
    LARGER("larger"),
    NONE("none");

    private final String code;

    TieRule(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<TieRule> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
