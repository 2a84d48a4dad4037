package no.opptrapping.reporting.overview;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.ReportStatus;

/**
 * What a municipality has to report on, by when, and what is missing.
 *
 * @param reports those that are not approved, the most urgent first
 * @param waiting how many obligations have not opened yet, because nothing is paid or the time has not come
 */
public record MunicipalOverview(List<Due> reports, int waiting) {
    public MunicipalOverview {
        reports = List.copyOf(reports);
    }

    /**
     * One report that is not approved.
     *
     * @param overdue whether the due date has passed and nothing has been submitted
     * @param added whether something has come since it was submitted that the submission does not answer
     * @param missing what stops a submission; none while the report is in control
     */
    public record Due(
            ReportId report,
            Year year,
            ReportStatus status,
            LocalDate dueOn,
            boolean overdue,
            boolean added,
            List<BrokenRule> missing,
            Money money) {
        public Due {
            missing = List.copyOf(missing);
        }
    }

    /** The report's accounts as they are now, all awards together; zero where nothing is filled in. */
    public record Money(Kroner carriedIn, Kroner received, Kroner spent, Kroner unspent) {}
}
