package no.opptrapping.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How the played year's money is divided. */
public enum GrantModel {
    /** The Directorate decides: by application, then the rest by criteria. */
    EARMARKED,
    /** County governors' offices decide on the applications, each within its frame; the Directorate divides the rest. */
    FRAMES;

    /** The word for it on the command line. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The model with that word. */
    static Optional<GrantModel> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }
}
