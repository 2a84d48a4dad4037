package no.opptrapping.municipality.sync.http;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The Mapping Authority's kommuneinfo, version 1: the counties and municipalities of today. */
@RegisterRestClient(configKey = "kartverket")
@Produces(MediaType.APPLICATION_JSON)
interface KartverketClient {
    @GET
    @Path("/fylkerkommuner")
    Response countiesWithMunicipalities(
            @Url String base,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);
}
