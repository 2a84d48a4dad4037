package no.opptrapping.grant.reported.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.opptrapping.grant.reported.HoldPayments;
import no.opptrapping.grant.reported.PaymentHold;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is not paid because a report is overdue. */
@Path("/v1/payment-holds")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.NATIONAL_STAFF, Roles.INTERNAL_READ})
@Tag(name = "Payments")
class PaymentHoldsResource {
    private final HoldPayments holdPayments;

    PaymentHoldsResource(HoldPayments holdPayments) {
        this.holdPayments = holdPayments;
    }

    @GET
    @Operation(
            operationId = "listPaymentHolds",
            summary = "List the awards of which instalments are held while an earlier report is overdue")
    public Page<PaymentHoldResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        return Page.of(
                        holdPayments.list(after, page.limit() + 1),
                        page.limit(),
                        (PaymentHold hold) -> List.of(hold.reference()))
                .map(PaymentHoldResponse::of);
    }
}
