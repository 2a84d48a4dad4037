package no.opptrapping.local;

import java.time.Year;

/** Which year is played, and how its money is divided. */
record Story(Year year, GrantModel model) {
    /** The options that ask for it. */
    String options() {
        return "--year " + year + " --model " + model.word();
    }
}
