package no.opptrapping.grant.schemerules;

import java.util.List;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/** Rules that keep every rule. */
public final class SampleRules {
    private static final LocalisedText GOALS =
            new LocalisedText("Flere årsverk", "Fleire årsverk", "More full-time equivalents");

    private SampleRules() {}

    public static SchemeRules weighing(AwardCriterion... criteria) {
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
                21,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** The same with all that may be left out. */
    public static SchemeRules whole(SchemeHandling handling, SchemePayments payments) {
        var rules = weighing(new AwardCriterion("need", new LocalisedText("need", "need", "need"), 6, 100, true));
        return new SchemeRules(
                rules.chapter(),
                rules.item(),
                GOALS,
                GOALS,
                GOALS,
                rules.awardCriteria(),
                GOALS,
                rules.reporting(),
                28,
                21,
                handling,
                payments,
                new SchemeCarryOver(10, true, false),
                null,
                new SchemeApplicants(List.of("03", "46"), false),
                null);
    }

    /** Rules of a scheme that the county governors decide in. */
    public static SchemeRules decidedByCountyGovernors() {
        var rules = weighing();
        return new SchemeRules(
                rules.chapter(),
                rules.item(),
                GOALS,
                null,
                null,
                List.of(),
                null,
                rules.reporting(),
                28,
                21,
                null,
                null,
                null,
                null,
                null,
                DecidedBy.COUNTY_GOVERNORS);
    }

    static RejectionReason reason(String code) {
        return new RejectionReason(code, GOALS);
    }

    static SchemeInstalment instalment(int percent, String from) {
        return new SchemeInstalment(percent, from, InstalmentCondition.REPORTS_IN);
    }

    static AwardCriterion criterion(String code, int weight) {
        return new AwardCriterion(code, new LocalisedText(code, code, code), 6, weight, null);
    }
}
