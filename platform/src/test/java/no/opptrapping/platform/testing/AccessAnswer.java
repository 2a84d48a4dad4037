package no.opptrapping.platform.testing;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What becomes of a call as far as access goes. */
public enum AccessAnswer {
    SERVED("the call passes: it is done, or refused for what it says or for the state of the thing (409, 412, 422)"),
    HIDDEN("404, word for word the answer to an id that does not exist"),
    REFUSED("403, the same whether the thing exists or not: not for callers of this kind"),
    SIGN_IN("401: nobody has said who calls");

    private final String meaning;

    AccessAnswer(String meaning) {
        this.meaning = meaning;
    }

    /** The word in the tables, for example <code>sign-in</code>. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the word means. */
    public String meaning() {
        return meaning;
    }

    /** The one with the word, or empty if there is none. */
    static Optional<AccessAnswer> parse(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
