package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.schemerules.InstalmentCondition;
import no.opptrapping.platform.values.Kroner;

/**
 * A part of an award that is paid by itself (<i>termin</i>).
 *
 * @param number 1 is the first
 * @param percent its share of the award
 * @param amount in whole kroner; those of a plan sum to the award
 * @param from the first day on which it is paid; empty: as soon as the award is accepted
 */
public record Instalment(
        int number, int percent, Kroner amount, Optional<LocalDate> from, InstalmentCondition condition) {
    /** Whether it is paid on the day as far as the calendar goes. */
    boolean isDue(LocalDate day) {
        return from.filter(day::isBefore).isEmpty();
    }

    /** Whether it waits for earlier reports. */
    boolean needsReports() {
        return condition == InstalmentCondition.REPORTS_IN;
    }
}
