package no.opptrapping.grant.accounts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account of an award is used for. */
@Schema(name = "AwardAccountStatus")
public enum AccountStatus {
    /** A person at the Directorate has to approve it before it is used. */
    WAITING,
    /** The award is paid to it. */
    IN_FORCE,
    /** Another one was stated after it. */
    REPLACED,
    /** The Directorate would not use it. */
    REFUSED;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
