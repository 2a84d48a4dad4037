package no.opptrapping.local.grantyear;

/** What is said wherever figures of the scenario are shown. */
final class Illustration {
    /** In English, as the terminal speaks; the services say it in three languages. */
    static final String SENTENCE =
            "illustration: applications, awards and reports are invented; municipalities and national sums are real";

    private Illustration() {}
}
