package no.opptrapping.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.function.LongPredicate;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;

/** Writes in a report: a draft may be incomplete and wrong, and says itself what is. */
@ApplicationScoped
public class WriteReport {
    private final Obligations rooms;
    private final Reports reports;
    private final Clock clock;

    WriteReport(Obligations rooms, Reports reports, Clock clock) {
        this.rooms = rooms;
        this.reports = reports;
        this.clock = clock;
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The draft as it is now. */
        record Written(Report report) implements Outcome {}

        /** Somebody has changed the report since the writer read it. */
        record Outdated() implements Outcome {}

        /** The Directorate controls the report. */
        record InControl() implements Outcome {}

        /** There is no such report. */
        record Unknown() implements Outcome {}
    }

    /**
     * Replaces the answers.
     *
     * @param readVersion whether the version is the one that the writer has read
     */
    @Transactional
    public Outcome write(ReportId id, Answers answers, LongPredicate readVersion, String by) {
        rooms.lock(id);
        var found = reports.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var report = found.get();
        if (!readVersion.test(report.version())) {
            return new Outcome.Outdated();
        }
        if (!report.isWritable()) {
            return new Outcome.InControl();
        }
        var written = report.written(answers, clock.instant(), by);
        reports.keep(written);
        return new Outcome.Written(written);
    }
}
