package no.opptrapping.reporting.forms;

import java.util.List;

/** The kinds of measures (<i>tiltak</i>) that are asked about, after SINTEF A26099 table 4.1. */
public final class Measures {
    /** All codes, in the order of the form. */
    public static final List<String> CODES = List.of(
            "general-consultant",
            "work-and-activity",
            "early-intervention",
            "leisure-with-support",
            "low-threshold-health",
            "ambulant-outreach",
            "social-housing",
            "staffed-housing",
            "lar-follow-up",
            "elderly-users",
            "emergency",
            "trusted-person",
            "round-the-clock",
            "competence",
            "other");

    private Measures() {}
}
