package no.opptrapping.reporting.reports;

import java.time.Instant;
import java.util.List;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.obligations.Progress;

/**
 * Where a report is: opened, drafted, submitted (which is to be in control), returned with remarks or approved; a
 * report that was approved before and is approved again is corrected.
 */
public sealed interface ReportState {
    /** When it came there. */
    Instant at();

    /** Who brought it there. */
    String by();

    /** Pre-filled, and nobody has written in it. */
    record Opened(Instant at, String by) implements ReportState {}

    /** The municipality is writing; after an approval this is a correction under way. */
    record Draft(Instant at, String by) implements ReportState {}

    /** With the Directorate, in control. */
    record Submitted(Instant at, String by) implements ReportState {}

    /** Back with the municipality. */
    record Returned(Instant at, String by, List<AnswerComment> remarks) implements ReportState {
        public Returned {
            remarks = List.copyOf(remarks);
        }
    }

    /** Approved for the first time. */
    record Approved(Instant at, String by) implements ReportState {}

    /** Approved again, in place of an edition that was approved before. */
    record Corrected(Instant at, String by) implements ReportState {}

    /** The state in one word. */
    default ReportStatus status() {
        return switch (this) {
            case Opened _ -> ReportStatus.OPENED;
            case Draft _ -> ReportStatus.DRAFT;
            case Submitted _ -> ReportStatus.SUBMITTED;
            case Returned _ -> ReportStatus.RETURNED;
            case Approved _ -> ReportStatus.APPROVED;
            case Corrected _ -> ReportStatus.CORRECTED;
        };
    }

    /** Whose move it is. */
    default Progress progress() {
        return switch (this) {
            case Opened _, Draft _, Returned _ -> Progress.WITH_THE_MUNICIPALITY;
            case Submitted _ -> Progress.IN_CONTROL;
            case Approved _, Corrected _ -> Progress.APPROVED;
        };
    }

    /** The remarks that it was returned with; none in any other state. */
    default List<AnswerComment> remarksOrNone() {
        return this instanceof Returned returned ? returned.remarks() : List.of();
    }
}
