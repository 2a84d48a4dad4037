package no.opptrapping.platform.badexamples.formats;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** Says neither what it answers with nor what it takes; only the last one says both. */
class Silent {
    @POST
    public String answers(@QueryParam("word") String word) {
        return word;
    }

    @POST
    @Produces("application/json")
    public String takes(String body) {
        return body;
    }

    @POST
    @Produces("application/json")
    @Consumes("application/json")
    public String saysBoth(String body) {
        return body;
    }
}
