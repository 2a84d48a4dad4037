package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.reports.Report;

/** One cell of the man-years of one submitted edition. */
@Entity
@Table(name = "report_man_years")
class ManYearsEntity {
    @EmbeddedId
    Key key;

    BigDecimal value;

    @SuppressWarnings("NullAway.Init")
    ManYearsEntity() {}

    ManYearsEntity(Report submitted, ManYearsAnswer cell) {
        this.key = new Key(
                submitted.id().value(),
                submitted.edition(),
                cell.targetGroup().code(),
                cell.area().code(),
                cell.education().code());
        this.value = cell.value().value();
    }

    @Embeddable
    record Key(UUID reportId, int edition, String targetGroup, String area, String education) {}
}
