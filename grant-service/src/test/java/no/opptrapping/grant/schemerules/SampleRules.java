package no.opptrapping.grant.schemerules;

import java.util.List;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** Rules that keep every rule. */
final class SampleRules {
    private static final LocalisedText GOALS =
            new LocalisedText("Flere årsverk", "Fleire årsverk", "More full-time equivalents");

    private SampleRules() {}

    static SchemeRules weighing(AwardCriterion... criteria) {
        return new SchemeRules(
                "765",
                "62",
                GOALS,
                null,
                null,
                List.of(criteria),
                null,
                new SchemeReporting("--01-15", "--03-01", "is-24-8", Kroner.of(500_000), Kroner.of(200_000)),
                28,
                21);
    }

    static AwardCriterion criterion(String code, int weight) {
        return new AwardCriterion(code, new LocalisedText(code, code, code), 6, weight);
    }
}
