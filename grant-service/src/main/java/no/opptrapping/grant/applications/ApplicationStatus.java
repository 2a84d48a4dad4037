package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Optional;

/** Where an application is. */
public enum ApplicationStatus {
    DRAFT("draft"),
    SUBMITTED("submitted"),
    WITHDRAWN("withdrawn"),
    APPROVED("approved"),
    REJECTED("rejected");

    private final String code;

    ApplicationStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }

    /** The one with the code, or empty if there is none. */
    public static Optional<ApplicationStatus> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
