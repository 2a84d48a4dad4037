package no.opptrapping.platform.badexamples.addresses;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;

/** Takes ids as texts; only the last one takes them in their types. */
class Untyped {
    @GET
    @Produces("application/json")
    public String one(@PathParam("id") String id) {
        return id;
    }

    @GET
    @Produces("application/json")
    public String some(@QueryParam("schemeId") String schemeId) {
        return schemeId;
    }

    @GET
    @Produces("application/json")
    public String typed(
            @PathParam("id") UUID id, @QueryParam("schemeId") UUID schemeId, @QueryParam("word") String word) {
        return word;
    }
}
