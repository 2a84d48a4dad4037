package no.opptrapping.grant.rejections;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.language.LocalisedText;

/**
 * Why an application was rejected (<i>avslag</i>). It never changes.
 *
 * @param reason the code of a reason in the rules of the scheme, or one of those below
 * @param text what the rules call the reason; empty for one of those below
 * @param words what the adviser wrote, for the case file and the letter; empty where the run gives the reason
 * @param run the adopted run that decided it
 */
public record Rejection(
        ApplicationId application,
        String reason,
        Optional<LocalisedText> text,
        Optional<String> words,
        UUID run,
        Instant at) {
    /** It was found worth supporting, and the run had no money left for it. */
    public static final String NO_MONEY_LEFT = "no-money-left";

    /** It was not recommended, under rules that have no list of reasons. */
    public static final String ASSESSMENT = "assessment";
}
