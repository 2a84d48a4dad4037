package no.opptrapping.municipality.sync;

import io.smallrye.config.ConfigMapping;
import java.time.LocalDate;

/** The years that a classification is asked about: whole ones, so that an answer can be told from the last one. */
@ConfigMapping(prefix = "opptrapping.sync.asked-years")
interface AskedYears {
    /** How many years before this one are asked about. */
    int back();

    /** How many years after this one are asked about. */
    int ahead();

    /** The first day. */
    default LocalDate from(LocalDate today) {
        return today.minusYears(back()).withDayOfYear(1);
    }

    /** The day after the last. */
    default LocalDate to(LocalDate today) {
        return today.plusYears(ahead() + 1L).withDayOfYear(1);
    }
}
