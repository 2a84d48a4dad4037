package no.opptrapping.platform.badexamples.once;

import jakarta.ws.rs.GET;
import no.opptrapping.platform.idempotency.Idempotent;

/** Cannot be answered again. */
class Once {
    @GET
    @Idempotent
    public String read() {
        return "";
    }
}
