package no.opptrapping.grant.payments;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;

/** On which days money can have failed to arrive. */
final class FailureDays {
    private FailureDays() {}

    /** Not in the future, and not before the earliest day on which the bank can have had it. */
    static List<BrokenRule> broken(String pointer, LocalDate on, LocalDate earliest, LocalDate today) {
        var broken = new ArrayList<BrokenRule>();
        if (on.isAfter(today)) {
            broken.add(BrokenRule.of("payment.failed-in-the-future", pointer, "on", on, "today", today));
        }
        if (on.isBefore(earliest)) {
            broken.add(BrokenRule.of("payment.failed-too-early", pointer, "on", on, "earliest", earliest));
        }
        return broken;
    }
}
