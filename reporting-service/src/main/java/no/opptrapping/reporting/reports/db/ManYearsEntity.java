package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.reports.Report;

/** One cell of the man-years of one submitted edition. */
@Entity
@Table(name = "report_man_years")
class ManYearsEntity {
    @EmbeddedId
    Key key;

    ManYears value;

    @SuppressWarnings("NullAway.Init")
    ManYearsEntity() {}

    ManYearsEntity(Report submitted, ManYearsAnswer cell) {
        this.key = new Key(submitted.id(), submitted.edition(), cell.targetGroup(), cell.area(), cell.education());
        this.value = cell.value();
    }

    @Embeddable
    record Key(ReportId reportId, int edition, TargetGroup targetGroup, ServiceArea area, Education education) {}
}
