package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.opptrapping.grant.schemerules.InstalmentCondition;
import no.opptrapping.grant.schemerules.SchemePayments;
import no.opptrapping.platform.values.Kroner;

/**
 * When which part of an award is paid (<i>terminplan</i>). Each instalment is its percent of the award, rounded down to
 * whole kroner, and the last takes the rest, so that they sum to the award. They are paid in their order: one that waits
 * holds those after it.
 */
public record InstalmentPlan(List<Instalment> instalments) {
    public InstalmentPlan {
        instalments = List.copyOf(instalments);
    }

    /** The plan of an award of the year: what the scheme's version says, or the whole at once. */
    public static InstalmentPlan of(SchemePayments terms, Year year, Kroner award) {
        var planned = terms.instalments();
        if (planned == null) {
            return new InstalmentPlan(
                    List.of(new Instalment(1, 100, award, Optional.empty(), InstalmentCondition.ACCEPTED)));
        }
        var instalments = new ArrayList<Instalment>();
        var left = award;
        for (var i = 0; i < planned.size(); i++) {
            var part = planned.get(i);
            var amount = i == planned.size() - 1
                    ? left
                    : Kroner.of(Math.multiplyExact(award.value(), part.percent().longValue()) / 100);
            instalments.add(
                    new Instalment(i + 1, part.percent(), amount, Optional.of(part.firstDay(year)), part.condition()));
            left = left.minus(amount);
        }
        return new InstalmentPlan(instalments);
    }

    /** How much may have been paid by the day. */
    Kroner payableBy(LocalDate day, boolean reportsAreIn) {
        return sumWhile(one -> one.isDue(day) && (reportsAreIn || !one.needsReports()));
    }

    /** How much may be paid whatever the reports. */
    Kroner payableWithoutReports() {
        return sumWhile(one -> !one.needsReports());
    }

    /** The first day after the given one on which more is paid. */
    Optional<LocalDate> nextAfter(LocalDate day) {
        return instalments.stream()
                .flatMap(one -> one.from().stream())
                .filter(day::isBefore)
                .findFirst();
    }

    private Kroner sumWhile(Predicate<Instalment> holds) {
        return Kroner.sum(
                instalments.stream().takeWhile(holds).map(Instalment::amount).toList());
    }
}
