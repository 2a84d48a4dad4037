package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far an award has come. */
public enum AwardStatus {
    /** Made and waiting for the municipality's acceptance. */
    AWARDED("awarded"),
    /** The municipality has accepted the terms and named an account. */
    ACCEPTED("accepted"),
    /** Its amount or terms have been changed. */
    CHANGED("changed"),
    /** Taken back before anything of it was paid (<i>annullert</i>). */
    ANNULLED("annulled"),
    /** Not accepted or used in time (<i>bortfalt</i>). */
    LAPSED("lapsed");

    private final String code;

    AwardStatus(String code) {
        this.code = code;
    }

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return code;
    }
}
