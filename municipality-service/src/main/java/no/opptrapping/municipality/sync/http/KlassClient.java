package no.opptrapping.municipality.sync.http;

import io.quarkus.rest.client.reactive.Url;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Statistics Norway's Klass API, version 1; it answers in XML unless it is asked for JSON. */
@RegisterRestClient(configKey = "klass")
@Path("/classifications/{classification}")
@Produces(MediaType.APPLICATION_JSON)
interface KlassClient {
    /** The classification itself, with its versions and the day that each is valid from. */
    @GET
    Response classification(
            @Url String base,
            @PathParam("classification") int classification,
            @QueryParam("includeFuture") boolean includeFuture,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);

    /** Changes from the one day up to, not including, the other. */
    @GET
    @Path("/changes")
    Response changes(
            @Url String base,
            @PathParam("classification") int classification,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("includeFuture") boolean includeFuture,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);

    /** The codes in use on a day. */
    @GET
    @Path("/codesAt")
    Response codesAt(
            @Url String base,
            @PathParam("classification") int classification,
            @QueryParam("date") LocalDate date,
            @QueryParam("includeFuture") boolean includeFuture,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);

    /** The codes of a range of days, {@code to} not included, each with the days on which it is in use. */
    @GET
    @Path("/codes")
    Response codes(
            @Url String base,
            @PathParam("classification") int classification,
            @QueryParam("from") LocalDate from,
            @QueryParam("to") LocalDate to,
            @QueryParam("includeFuture") boolean includeFuture,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);

    /** Which code of another classification each code has on a day. */
    @GET
    @Path("/correspondsAt")
    Response correspondsAt(
            @Url String base,
            @PathParam("classification") int classification,
            @QueryParam("targetClassificationId") int target,
            @QueryParam("date") LocalDate date,
            @QueryParam("language") String language,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) @Nullable String ifNoneMatch,
            @HeaderParam(HttpHeaders.IF_MODIFIED_SINCE) @Nullable String ifModifiedSince);
}
