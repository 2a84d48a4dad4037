package no.opptrapping.reporting.overview.rest;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.platform.problems.Fault;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The reports' part of a municipality's overview. */
@Schema(name = "ReportsOverview")
record OverviewResponse(Party municipality, List<Deadline> deadlines, List<Missing> missing, Money money, int waiting) {
    /** The municipality itself, as it is today. */
    @Schema(name = "OverviewMunicipality")
    record Party(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    /** Something with a date. */
    @Schema(name = "ReportDeadline")
    record Deadline(String what, LocalDate on, String where, boolean overdue, String text) {}

    /** What stands in the way of one submission. */
    @Schema(name = "MissingInReport")
    record Missing(String where, List<Fault> faults) {}

    /**
     * The accounts of all reports that are not approved.
     *
     * @param carriedIn what was carried over from the years before the reported ones
     */
    @Schema(name = "ReportedMoney")
    record Money(
            @Schema(description = "What was carried over from the year before, in whole kroner")
            Kroner carriedIn,

            Kroner received,
            Kroner spent,
            Kroner unspent) {}
}
