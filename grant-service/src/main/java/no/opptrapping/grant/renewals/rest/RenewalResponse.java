package no.opptrapping.grant.renewals.rest;

import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Origin;
import no.opptrapping.grant.renewals.NotCarried;
import no.opptrapping.platform.problems.Fault;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The draft that a renewal has begun, or had begun before. */
@Schema(name = "Renewal")
record RenewalResponse(
        ApplicationId applicationId,
        String reference,
        int version,

        @Schema(
                maxItems = 50,
                description = "The applications that it is made of: several after a merger, the one that is followed"
                        + " where only one can be followed first")
        List<ApplicationId> renewalOf,

        @Schema(maxItems = 100, description = "Where each value comes from")
        List<Origin> origins,

        @Schema(maxItems = 5000, description = "What earlier applications say and the draft does not")
        List<NotCarried> left,

        @Schema(description = "What the draft lacks before it can be submitted")
        List<Fault> missing) {
    static RenewalResponse of(Application draft, List<NotCarried> left, List<Fault> missing) {
        return new RenewalResponse(
                draft.id(),
                draft.reference(),
                draft.version(),
                draft.content().renewalOf(),
                draft.content().origins(),
                left,
                missing);
    }
}
