package no.opptrapping.grant.overview.rest;

import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.overview.Overview;
import no.opptrapping.platform.problems.Fault;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A municipality's overview as the API shows it, in the caller's language. */
@Schema(name = "Overview")
record OverviewResponse(
        Municipality municipality,
        List<Deadline> deadlines,
        List<Missing> missing,
        Overview.Money money,
        List<SchemeContact> contacts) {
    /** The municipality that the overview is of. */
    @Schema(name = "OverviewMunicipality")
    record Municipality(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    /**
     * Something to do; <code>what</code> is apply, submit, accept or report.
     *
     * @param on the last day
     * @param time the last minute of that day, <code>24:00</code> for its end; absent where the whole day counts
     */
    @Schema(name = "OverviewDeadline")
    record Deadline(String what, LocalDate on, @Nullable String time, String where, String text) {}

    /** What stops something that has been begun. */
    @Schema(name = "OverviewMissing")
    record Missing(String where, List<Fault> faults) {}

    /** Whom to ask about a scheme. */
    @Schema(name = "OverviewContact")
    record SchemeContact(String scheme, String name, String email, String phone) {}
}
