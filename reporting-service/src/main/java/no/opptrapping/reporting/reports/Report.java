package no.opptrapping.reporting.reports;

import java.time.Instant;
import java.time.Year;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.Progress;
import no.opptrapping.reporting.obligations.ReportId;

/**
 * The annual report (<i>årsrapport</i>) of one municipality for one year, on everything that it has to report on.
 *
 * @param form the code and edition of the form that was asked
 * @param submission the last submission, empty before the first
 * @param approvedEdition the edition that is in force; it stays in force while a correction is under way
 * @param addition what came after the last submission and waits for the next one
 * @param version 1 at first, one more for each change
 */
public record Report(
        ReportId id,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        Year year,
        FormEdition form,
        Basis basis,
        Answers answers,
        ReportState state,
        Optional<Submission> submission,
        OptionalInt approvedEdition,
        Optional<Addition> addition,
        long version) {
    /** Which edition of which form. */
    public record FormEdition(String code, int edition) {}

    /**
     * A submission.
     *
     * @param edition 1 for the first, one more for each
     * @param firstAt when the first edition was submitted
     * @param at when this one was
     */
    public record Submission(int edition, Instant firstAt, Instant at) {}

    /** The report of a room that has just been opened. */
    public static Report opened(
            MunicipalityId municipality,
            MunicipalityNumber number,
            Year year,
            FormEdition form,
            Basis basis,
            Answers prefilled,
            Instant at) {
        return new Report(
                ReportId.of(municipality, year),
                municipality,
                number,
                year,
                form,
                basis,
                prefilled,
                new ReportState.Opened(at, "system"),
                Optional.empty(),
                OptionalInt.empty(),
                Optional.empty(),
                1);
    }

    /** Whether the municipality may write: always but while the Directorate controls it. */
    public boolean isWritable() {
        return !(state instanceof ReportState.Submitted);
    }

    /** Whether it is in control, to be returned or approved. */
    public boolean isInControl() {
        return state instanceof ReportState.Submitted;
    }

    /** Whether what is written can be submitted: not while it is in control or when nothing changed since approval. */
    public boolean isSubmittable() {
        return state.progress() == Progress.WITH_THE_MUNICIPALITY;
    }

    /** The report with other answers: a draft. */
    public Report written(Answers others, Instant at, String by) {
        return next(basis, others, new ReportState.Draft(at, by), submission, approvedEdition, addition);
    }

    /**
     * The report of a room whose obligations have changed. While the municipality has it, its answers are extended; what
     * is submitted or approved stays as it is, and the addition waits for the next submission.
     */
    public Report extended(Basis other, Answers extended, Instant at) {
        var since = Optional.of(addition.map(pending -> pending.and(other.differenceFrom(basis)))
                .orElseGet(() -> new Addition(at, other.differenceFrom(basis))));
        return switch (state.progress()) {
            case WITH_THE_MUNICIPALITY ->
                next(other, extended, state, submission, approvedEdition, submission.isEmpty() ? addition : since);
            case IN_CONTROL, APPROVED -> next(other, answers, state, submission, approvedEdition, since);
        };
    }

    /** The report after submission: a new edition. */
    public Report submitted(Instant at, String by) {
        var edition = new Submission(
                submission.map(Submission::edition).orElse(0) + 1,
                submission.map(Submission::firstAt).orElse(at),
                at);
        return next(
                basis,
                answers,
                new ReportState.Submitted(at, by),
                Optional.of(edition),
                approvedEdition,
                Optional.empty());
    }

    /** The report after it was returned, with what has been added meanwhile filled in. */
    public Report returned(ReportState.Returned returned, Answers extended) {
        return next(basis, extended, returned, submission, approvedEdition, addition);
    }

    /** The report after approval: the last edition is in force. */
    public Report approved(Instant at, String by) {
        ReportState reached =
                approvedEdition.isPresent() ? new ReportState.Corrected(at, by) : new ReportState.Approved(at, by);
        return next(basis, answers, reached, submission, OptionalInt.of(edition()), addition);
    }

    /** The obligations that what is submitted says nothing of. */
    public Set<ObligationId> added() {
        return addition.map(Addition::obligations).orElse(Set.of());
    }

    /** The number of the last edition, 0 before the first. */
    public int edition() {
        return submission.map(Submission::edition).orElse(0);
    }

    private Report next(
            Basis nextBasis,
            Answers nextAnswers,
            ReportState nextState,
            Optional<Submission> nextSubmission,
            OptionalInt nextApproved,
            Optional<Addition> nextAddition) {
        return new Report(
                id,
                municipalityId,
                number,
                year,
                form,
                nextBasis,
                nextAnswers,
                nextState,
                nextSubmission,
                nextApproved,
                nextAddition,
                version + 1);
    }
}
