package no.opptrapping.grant.worklist.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import no.opptrapping.grant.worklist.SeeWorklist;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What waits for whom. */
@Path("/v1/worklist")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Worklist")
class WorklistResource {
    private final SeeWorklist seeWorklist;
    private final CurrentLanguage language;
    private final Texts texts;

    WorklistResource(SeeWorklist seeWorklist, CurrentLanguage language, Texts texts) {
        this.seeWorklist = seeWorklist;
        this.language = language;
        this.texts = texts;
    }

    @GET
    @RolesAllowed({Roles.ADVISER, Roles.DECISION_MAKER, Roles.CONTROLLER, Roles.MINISTRY, Roles.ADMINISTRATOR})
    @Operation(operationId = "getWorklist", summary = "List what waits for whom, and since when")
    public WorklistResponse list() {
        return WorklistResponse.of(seeWorklist.list(), language.get(), texts);
    }
}
