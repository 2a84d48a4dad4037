package no.opptrapping.municipality.registry;

import java.util.Arrays;
import java.util.Optional;

/** The form of Norwegian that a municipality wants in letters from the state (<i>målvedtak</i>, språklova § 15). */
public enum LanguageForm {
    BOKMAL("bokmål"),
    NYNORSK("nynorsk"),
    /** Has decided that either will do, or has not decided. */
    NEUTRAL("neutral");

    private final String code;

    LanguageForm(String code) {
        this.code = code;
    }

    /** The word in API answers, in events and in the database. */
    public String code() {
        return code;
    }

    /** The form with the code, or empty if there is none. */
    public static Optional<LanguageForm> parse(String code) {
        return Arrays.stream(values()).filter(one -> one.code.equals(code)).findFirst();
    }
}
