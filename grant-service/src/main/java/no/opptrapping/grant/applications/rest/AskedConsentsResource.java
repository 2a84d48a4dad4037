package no.opptrapping.grant.applications.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a municipality is asked to take part in. */
@Path("/v1/consents")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Applications")
class AskedConsentsResource {
    private final Applications applications;
    private final CallerSight sight;

    AskedConsentsResource(Applications applications, CallerSight sight) {
        this.applications = applications;
        this.sight = sight;
    }

    @GET
    @RolesAllowed(Roles.MUNICIPALITY)
    @Operation(
            operationId = "listConsents",
            summary = "List the joint applications that the caller is asked to share in")
    public Page<ConsentResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(1).map(cursor -> cursor.text(0)).orElse("");
        var asked = sight.get() instanceof Sight.Own own ? own.municipalities() : Set.<MunicipalityId>of();
        return Page.of(
                        applications.askedOf(asked, after, page.limit() + 1),
                        page.limit(),
                        application -> List.of(application.reference()))
                .map(application -> application.consents().stream()
                        .filter(consent -> asked.contains(consent.municipality()))
                        .findFirst()
                        .map(consent -> ConsentResponse.of(application, consent))
                        .orElseThrow());
    }
}
