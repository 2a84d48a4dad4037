package no.opptrapping.grant.statements.rest;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import no.opptrapping.grant.statements.SeeStatements;
import no.opptrapping.grant.statements.Statements;
import no.opptrapping.platform.access.Roles;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.paging.Page;
import no.opptrapping.platform.paging.PageQuery;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The statements that are waited for: a county governor's worklist. */
@Path("/v1/awaited-statements")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Statements")
class AwaitedStatementsResource {
    private final SeeStatements seeStatements;
    private final CurrentLanguage language;

    AwaitedStatementsResource(SeeStatements seeStatements, CurrentLanguage language) {
        this.seeStatements = seeStatements;
        this.language = language;
    }

    @GET
    @RolesAllowed(Roles.STAFF)
    @Operation(
            operationId = "listAwaitedStatements",
            summary = "List the applications that wait for the county governor's statement, the first due first",
            description = "A county governor sees those of its counties' municipalities of today: its worklist.")
    public Page<AwaitedStatementResponse> awaited(@Valid @BeanParam PageQuery page) {
        var after = page.cursor(2).map(cursor -> new Statements.Key(cursor.instant(0), cursor.text(1)));
        return Page.of(
                        seeStatements.awaited(language.get(), after, page.limit() + 1),
                        page.limit(),
                        line -> List.of(
                                line.awaited().due().toString(), line.awaited().reference()))
                .map(AwaitedStatementResponse::of);
    }
}
