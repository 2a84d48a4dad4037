package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Report;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "report_edition")
class EditionEntity {
    @EmbeddedId
    Key key;

    @Nullable
    Integer replaces;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Answers answers;

    Instant submittedAt;

    String submittedBy;

    @SuppressWarnings("NullAway.Init")
    EditionEntity() {}

    EditionEntity(Report submitted) {
        this.key = new Key(submitted.id(), submitted.edition());
        this.replaces = submitted.edition() == 1 ? null : submitted.edition() - 1;
        this.answers = submitted.answers();
        this.submittedAt = submitted.state().at();
        this.submittedBy = submitted.state().by();
    }

    @Embeddable
    record Key(ReportId reportId, int edition) {}
}
