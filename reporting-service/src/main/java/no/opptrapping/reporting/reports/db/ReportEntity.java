package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Basis;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.ReportState;
import no.opptrapping.reporting.reports.ReportStatus;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "report")
class ReportEntity {
    @Id
    ReportId reportId;

    MunicipalityId municipalityId;

    MunicipalityNumber number;

    Year year;

    LocalDate dueOn;

    String form;

    int formEdition;

    FormSize size;

    ReportStatus status;

    int edition;

    @Nullable
    Integer approvedEdition;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Answers answers;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    StoredBasis basis;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    StoredRemarks remarks;

    Instant movedAt;

    String movedBy;

    @Nullable
    Instant firstSubmittedAt;

    @Nullable
    Instant submittedAt;

    @Nullable
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    StoredAddition addition;

    long version;

    @SuppressWarnings("NullAway.Init")
    ReportEntity() {}

    ReportEntity(Report report) {
        this.reportId = report.id();
        this.municipalityId = report.municipalityId();
        this.number = report.number();
        this.year = report.year();
        this.dueOn = report.basis().dueOn();
        this.form = report.form().code();
        this.formEdition = report.form().edition();
        this.size = report.basis().size();
        this.status = report.state().status();
        this.edition = report.edition();
        this.approvedEdition =
                report.approvedEdition().isPresent() ? report.approvedEdition().getAsInt() : null;
        this.answers = report.answers();
        this.basis = StoredBasis.of(report.basis());
        this.remarks = new StoredRemarks(report.state().remarksOrNone());
        this.movedAt = report.state().at();
        this.movedBy = report.state().by();
        this.firstSubmittedAt =
                report.submission().map(Report.Submission::firstAt).orElse(null);
        this.submittedAt = report.submission().map(Report.Submission::at).orElse(null);
        this.addition = report.addition().map(StoredAddition::of).orElse(null);
        this.version = report.version();
    }

    Report report() {
        return new Report(
                reportId,
                municipalityId,
                number,
                year,
                new Report.FormEdition(form, formEdition),
                new Basis(basis.received(), dueOn, size),
                answers,
                state(),
                submission(),
                approvedEdition == null ? OptionalInt.empty() : OptionalInt.of(approvedEdition),
                Optional.ofNullable(addition).map(StoredAddition::addition),
                version);
    }

    private Optional<Report.Submission> submission() {
        return firstSubmittedAt == null || submittedAt == null
                ? Optional.empty()
                : Optional.of(new Report.Submission(edition, firstSubmittedAt, submittedAt));
    }

    private ReportState state() {
        return switch (status) {
            case OPENED -> new ReportState.Opened(movedAt, movedBy);
            case DRAFT -> new ReportState.Draft(movedAt, movedBy);
            case SUBMITTED -> new ReportState.Submitted(movedAt, movedBy);
            case RETURNED -> new ReportState.Returned(movedAt, movedBy, remarks.remarks());
            case APPROVED -> new ReportState.Approved(movedAt, movedBy);
            case CORRECTED -> new ReportState.Corrected(movedAt, movedBy);
        };
    }

    record StoredRemarks(List<AnswerComment> remarks) {}
}
