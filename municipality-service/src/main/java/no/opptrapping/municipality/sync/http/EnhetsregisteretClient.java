package no.opptrapping.municipality.sync.http;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The open data of the Central Coordinating Register for Legal Entities; it sends no tags to ask with. */
@RegisterRestClient(configKey = "enhetsregisteret")
@Path("/enheter")
@Produces(MediaType.APPLICATION_JSON)
interface EnhetsregisteretClient {
    /** A legal entity; 200 also when it is deleted, 410 when it is removed for legal reasons. */
    @GET
    @Path("/{number}")
    Response find(@Url String base, @PathParam("number") String number);

    /** The legal entities of a form of organisation, from page 0. */
    @GET
    Response search(
            @Url String base,
            @QueryParam("organisasjonsform") String form,
            @QueryParam("size") int size,
            @QueryParam("page") int page);
}
