package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** How a call's money is divided when the applications ask for more than there is. */
public enum DivisionRule {
    RANKED("ranked"),
    PROPORTIONAL("proportional"),
    SCORE_WEIGHTED("score-weighted"),
    /** Each up to a ceiling that a key computes, then what nobody asked for by the same key. */
    WITHIN_CEILING("within-ceiling");

    private final String code;

    DivisionRule(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<DivisionRule> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
