package no.opptrapping.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.obligations.KeepObligations;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;

/** Returns a submitted report with remarks, or approves it. */
@ApplicationScoped
public class DecideReport {
    private final Obligations rooms;
    private final KeepObligations obligations;
    private final Reports reports;
    private final ControlReports control;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    DecideReport(
            Obligations rooms,
            KeepObligations obligations,
            Reports reports,
            ControlReports control,
            Outbox outbox,
            AuditLog audit,
            Clock clock) {
        this.rooms = rooms;
        this.obligations = obligations;
        this.reports = reports;
        this.control = control;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The report as it is now. */
        record Decided(Report report) implements Outcome {}

        /** It is not in control, so there is nothing to decide. */
        record NotInControl(ReportStatus status) implements Outcome {}

        /** There is no such report. */
        record Unknown() implements Outcome {}
    }

    /** Sends it back to the municipality with remarks. */
    @Transactional
    public Outcome giveBack(ReportId id, List<AnswerComment> remarks, String by) {
        return decide(
                id,
                "report.returned",
                report ->
                        report.returned(new ReportState.Returned(clock.instant(), by, remarks), control.asked(report)));
    }

    /** Approves it: its figures are in force, in the ledger and in the statistics. */
    @Transactional
    public Outcome approve(ReportId id, String by) {
        return decide(id, "report.approved", report -> report.approved(clock.instant(), by));
    }

    private Outcome decide(ReportId id, String what, UnaryOperator<Report> decision) {
        rooms.lock(id);
        var found = reports.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var report = found.get();
        if (!report.isInControl()) {
            return new Outcome.NotInControl(report.state().status());
        }
        var decided = decision.apply(report);
        reports.keep(decided);
        outbox.append(ReportV1.event(decided));
        obligations.moved(id, decided.state().progress(), decided.added());
        audit.decision(what, id.toString(), Map.of("edition", Integer.toString(decided.edition())));
        return new Outcome.Decided(decided);
    }
}
