package no.opptrapping.municipality.sync.http;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Statistics Norway's PxWebApi, version 2. */
@RegisterRestClient(configKey = "pxweb")
@Path("/tables/{table}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
interface PxWebClient {
    /** A part of a table; asked in a body, since an address may have some 2,100 characters only. */
    @POST
    @Path("/data")
    Response data(
            @Url String base,
            @PathParam("table") String table,
            @QueryParam("lang") String language,
            @QueryParam("outputFormat") String format,
            Query query);

    /** Which part. */
    record Query(List<Selection> selection) {}

    /** Which values of a variable; a variable that is not named is summed over where the table allows it. */
    record Selection(String variableCode, List<String> valueCodes) {}
}
