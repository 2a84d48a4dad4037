package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What must be so before an instalment is paid, beside that its day has come. */
@Schema(name = "InstalmentCondition")
public enum InstalmentCondition {
    /** The award is accepted. */
    @JsonProperty("accepted")
    ACCEPTED,

    /** The award is accepted, and no earlier report of the recipient is overdue. */
    @JsonProperty("reports-in")
    REPORTS_IN
}
