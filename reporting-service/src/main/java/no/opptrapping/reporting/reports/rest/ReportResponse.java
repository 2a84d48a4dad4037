package no.opptrapping.reporting.reports.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.problems.Fault;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Origin;
import no.opptrapping.reporting.reports.ReportStatus;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A report as callers see it.
 *
 * @param bearerId who has to report: the municipality, or the one that has taken over its duties
 * @param edition how many times it has been submitted
 * @param approvedEdition which edition is in force
 * @param late whether the first submission came after the due date
 * @param remarks what it was returned with
 * @param addition what came after the last submission: that stays as it is, and the next one answers this too
 * @param origins where each value that was filled in comes from, by JSON pointer into the answers
 * @param faults what stops a submission of the answers as they are now
 * @param warnings what asks for a comment at the same pointer
 */
@Schema(name = "Report")
record ReportResponse(
        ReportId id,
        ReportStatus status,
        int year,
        Party municipality,
        MunicipalityId bearerId,
        LocalDate dueOn,
        FormEdition form,
        FormSize size,
        int edition,
        @Nullable Integer approvedEdition,
        @Nullable Instant submittedAt,
        @Nullable Boolean late,
        Answers answers,
        Map<String, Origin> origins,
        List<Fault> faults,
        List<Fault> warnings,
        List<AnswerComment> remarks,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Added addition) {
    /** The municipality, with the number that it had when the money was given. */
    @Schema(name = "ReportingMunicipality")
    record Party(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    /**
     * What there is to report on beyond what was submitted.
     *
     * @param since when the first of it came
     * @param text the same in words
     * @param awards the awards to account for, new or with another sum received; none when an award has gone
     * @param answers the answers so far with what is known of the addition filled in: what the next submission begins with
     */
    @Schema(name = "ReportAddition")
    record Added(Instant since, String text, List<AddedAward> awards, Answers answers) {}

    /** An award to account for. */
    @Schema(name = "AddedAward")
    record AddedAward(UUID awardId, String reference, Kroner received) {}

    /** Which edition of which form is asked. */
    @Schema(name = "FormEdition")
    record FormEdition(String code, int version) {}

    /** A report in a list. */
    @Schema(name = "ReportSummary")
    record Line(
            ReportId id,
            ReportStatus status,
            int year,
            Party municipality,
            MunicipalityId bearerId,
            LocalDate dueOn,
            int edition,
            @Nullable Integer approvedEdition,
            @Nullable Instant submittedAt,
            @Nullable Boolean late) {}
}
