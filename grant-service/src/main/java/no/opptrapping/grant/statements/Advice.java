package no.opptrapping.grant.statements;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a county governor advises. */
@Schema(name = "StatementAdvice")
public enum Advice {
    /** That the application is approved, all or a part of it. */
    APPROVE,
    /** That it is rejected. */
    REJECT,
    /** Neither: the statement is for information. */
    NONE;

    /** The word for it in JSON and in the database. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one with the code; an unknown one is a bug. */
    public static Advice of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
