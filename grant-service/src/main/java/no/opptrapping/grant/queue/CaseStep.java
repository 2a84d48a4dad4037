package no.opptrapping.grant.queue;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a case waits for, and which role, or the municipality, does it. */
@Schema(name = "CaseStep")
public enum CaseStep {
    /** What was returned to be completed. */
    COMPLETION("municipality"),
    /** The county governor's statement, until its deadline has passed. */
    STATEMENT("county-governor"),
    /** Nobody works on it, or somebody who is disqualified. */
    TAKE("adviser"),
    /** Who works on it has not assessed it as it is now. */
    ASSESSMENT("adviser"),
    /** It is assessed; a run that another person adopts decides it. */
    SECOND_PERSON("decision-maker");

    private final String waitsFor;

    CaseStep(String waitsFor) {
        this.waitsFor = waitsFor;
    }

    /** The word for it in JSON. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The role that it waits for, or {@code municipality}. */
    public String waitsFor() {
        return waitsFor;
    }

    /** The one with the code; an unknown one is a bug. */
    public static CaseStep of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
