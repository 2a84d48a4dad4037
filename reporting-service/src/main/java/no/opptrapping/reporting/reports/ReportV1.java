package no.opptrapping.reporting.reports;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.obligations.ReportId;
import org.jspecify.annotations.Nullable;

/** The data of {@code report.v1}: how far the report has come, and those of its accounts that are filled in. */
record ReportV1(
        ReportId reportId,
        long version,
        ReportStatus status,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        int year,
        LocalDate dueOn,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        List<Account> awards,
        @Nullable ManYears manYears) {
    static final String TOPIC = "report.v1";

    /** The account of one award. */
    record Account(
            UUID awardId,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Kroner carriedIn,

            Kroner received,
            Kroner spent,
            Kroner unspent,
            Kroner ownShare) {
        /** The account when it is filled in, else nothing. */
        static Stream<Account> from(AccountAnswer answer) {
            var received = answer.received();
            var spent = answer.spent();
            var unspent = answer.unspent();
            if (received == null || spent == null || unspent == null) {
                return Stream.empty();
            }
            var ownShare = answer.ownShare() == null ? Kroner.ZERO : answer.ownShare();
            return Stream.of(new Account(answer.awardId(), answer.carriedIn(), received, spent, unspent, ownShare));
        }
    }

    static OutgoingEvent event(Report report) {
        return new OutgoingEvent(
                TOPIC,
                report.municipalityId().toString(),
                "no.opptrapping." + TOPIC,
                report.id().toString(),
                report.version(),
                from(report));
    }

    static ReportV1 from(Report report) {
        var answers = report.answers();
        return new ReportV1(
                report.id(),
                report.version(),
                report.state().status() == ReportStatus.DRAFT
                        ? ReportStatus.OPENED
                        : report.state().status(),
                report.municipalityId(),
                report.number(),
                report.year().getValue(),
                report.basis().dueOn(),
                report.submission().map(Report.Submission::at).orElse(null),
                switch (report.state()) {
                    case ReportState.Approved approved -> approved.at();
                    case ReportState.Corrected corrected -> corrected.at();
                    case ReportState.Opened _, ReportState.Draft _, ReportState.Submitted _, ReportState.Returned _ ->
                        null;
                },
                answers.accounts().stream().flatMap(Account::from).toList(),
                answers.manYears().isEmpty() ? null : answers.totalManYears());
    }
}
