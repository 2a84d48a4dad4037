package no.opptrapping.grant.timelines;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What municipalities wait for after the deadline of a call. */
@Schema(name = "TimelineStep")
public enum TimelineStep {
    /** That the application is decided. */
    DECISION,
    /** That the letter of the award is made. */
    LETTER,
    /** That the municipality itself accepts the award. */
    ACCEPTANCE,
    /** The first money of the award. */
    MONEY;

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
