package no.opptrapping.grant.awards.db;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Optional;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** The columns of the table award that tell what is to be reported. */
@Embeddable
record ReportingColumns(
        @Column(name = "report_opens_on") LocalDate opensOn,
        @Column(name = "report_due_on") LocalDate dueOn,
        @Column(name = "report_form") String form,
        @Column(name = "report_size") Award.Reporting.Size size,
        @Nullable Kroner auditorThreshold) {
    static ReportingColumns of(Award.Reporting reporting) {
        return new ReportingColumns(
                reporting.opensOn(),
                reporting.dueOn(),
                reporting.form(),
                reporting.size(),
                reporting.auditorThreshold().orElse(null));
    }

    Award.Reporting reporting() {
        return new Award.Reporting(opensOn, dueOn, form, size, Optional.ofNullable(auditorThreshold));
    }
}
