package no.opptrapping.grant.letters;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a letter tells. */
@Schema(name = "LetterKind")
public enum LetterKind {
    /** A grant (<i>tilskuddsbrev</i>). */
    AWARD,
    /** That an application is rejected (<i>avslagsbrev</i>). */
    REJECTION,
    /** What is to be decided against a municipality, before it is (<i>forhåndsvarsel</i>). */
    PRIOR_NOTICE,
    /** That money is to be paid back (<i>tilbakebetalingskrav</i>). */
    CLAIM,
    /** That a claim has not been paid in time (<i>purring</i>). */
    CLAIM_REMINDER;

    /** The word for it in JSON, in events and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The one with the code; an unknown one is a bug. */
    public static LetterKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
