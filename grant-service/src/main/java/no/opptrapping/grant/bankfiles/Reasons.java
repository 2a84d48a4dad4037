package no.opptrapping.grant.bankfiles;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The bank's reasons: a code of ISO 20022's external code sets, and words. */
final class Reasons {
    private static final String NARRATIVE = "NARR";
    private static final int LONGEST = 500;

    private Reasons() {}

    /** The code, or that the reason is told in words where there is none. */
    static String code(@Nullable String given) {
        return given != null && given.matches("[A-Z0-9]{4}") ? given : NARRATIVE;
    }

    static Optional<String> text(List<String> given) {
        var text = String.join(" ", given).strip();
        return text.isEmpty() ? Optional.empty() : Optional.of(text.substring(0, Math.min(LONGEST, text.length())));
    }
}
