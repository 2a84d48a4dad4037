package no.opptrapping.grant.allocation.inputs;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Who pays for an income guarantee. */
public enum GuaranteeVariant {
    /** As the state computes it: everybody, the same per inhabitant. */
    STATE("state"),
    /** To compare with: only those above what is guaranteed. */
    STRICT("strict");

    private final String code;

    GuaranteeVariant(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the names of texts. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<GuaranteeVariant> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
