package no.opptrapping.grant.worklist.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.opptrapping.grant.worklist.SeeWorklist;
import no.opptrapping.grant.worklist.Worklist;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
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
    @RolesAllowed(Roles.NATIONAL_STAFF)
    @Operation(operationId = "getWorklist", summary = "List what waits for whom, and since when")
    public Page<WorklistItemResponse> list(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(3).map(cursor -> new Worklist.Key(cursor.instant(0), cursor.text(1), cursor.text(2)));
        var spoken = language.get();
        return Page.of(
                        seeWorklist.list(spoken, after, page.limit() + 1),
                        page.limit(),
                        line -> List.of(
                                line.waiting().since().toString(),
                                line.waiting().what().code(),
                                line.waiting().link()))
                .map(line -> WorklistItemResponse.of(line, spoken, texts));
    }
}
