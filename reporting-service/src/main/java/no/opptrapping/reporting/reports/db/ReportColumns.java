package no.opptrapping.reporting.reports.db;

import jakarta.persistence.Converter;
import no.opptrapping.platform.values.CodeConverter;
import no.opptrapping.reporting.reports.ReportStatus;

/** How the room's types stand in columns. */
final class ReportColumns {
    private ReportColumns() {}

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<ReportStatus> {
        Statuses() {
            super(ReportStatus.class);
        }
    }
}
