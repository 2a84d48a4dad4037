package no.opptrapping.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.Received;
import no.opptrapping.reporting.obligations.KeepObligations;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;

/** Submits a report (<i>sender inn</i>), or says everything that stands in the way. The form does not close. */
@ApplicationScoped
public class SubmitReport {
    private final Obligations rooms;
    private final KeepObligations obligations;
    private final Reports reports;
    private final ControlReports control;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Received received;

    SubmitReport(
            Obligations rooms,
            KeepObligations obligations,
            Reports reports,
            ControlReports control,
            Outbox outbox,
            AuditLog audit,
            Received received) {
        this.rooms = rooms;
        this.obligations = obligations;
        this.reports = reports;
        this.control = control;
        this.outbox = outbox;
        this.audit = audit;
        this.received = received;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The report is with the Directorate, held against what is known otherwise. */
        record Submitted(Report report, ControlReports.Controlled controlled) implements Outcome {}

        /** Rules stand in the way: every one of them, warnings that nobody has commented on among them. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It is with the Directorate already, or approved and not changed since. */
        record AlreadySubmitted(ReportStatus status) implements Outcome {}

        /** There is no such report. */
        record Unknown() implements Outcome {}
    }

    /** Submits the report as it is written now. */
    @Transactional
    public Outcome submit(ReportId id, String by) {
        rooms.lock(id);
        var found = reports.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var report = found.get();
        if (!report.isSubmittable()) {
            return new Outcome.AlreadySubmitted(report.state().status());
        }
        var controlled = control.controlled(report);
        if (!controlled.findings().allowSubmission()) {
            return new Outcome.Refused(controlled.findings().stopping());
        }
        var submitted = report.submitted(received.at(), by);
        reports.keep(submitted);
        reports.keepEdition(submitted);
        outbox.append(ReportV1.event(submitted));
        obligations.moved(id, submitted.state().progress(), submitted.added());
        audit.decision("report.submitted", id.toString(), Map.of("edition", Integer.toString(submitted.edition())));
        return new Outcome.Submitted(submitted, controlled);
    }
}
