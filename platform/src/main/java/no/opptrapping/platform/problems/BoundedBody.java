package no.opptrapping.platform.problems;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads no more of a body that comes in chunks than what is accepted. The HTTP server would answer such a one itself,
 * without a word, so its own limit is lifted for them.
 */
@Provider
@PreMatching
@ApplicationScoped
class BoundedBody implements ContainerRequestFilter {
    /** Where the server's own limit is kept (io.quarkus.vertx.http.runtime.VertxHttpRecorder.MAX_REQUEST_SIZE_KEY). */
    private static final String SERVERS_LIMIT = "io.quarkus.max-request-size";

    private static final int AFTER_THE_SERVERS_LIMIT_IS_SET = -1;

    private final BodyLimits limits;

    BoundedBody(BodyLimits limits) {
        this.limits = limits;
    }

    void register(@Observes Router router) {
        router.route().order(AFTER_THE_SERVERS_LIMIT_IS_SET).handler(exchange -> {
            exchange.remove(SERVERS_LIMIT);
            exchange.next();
        });
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null) {
            var most = limits.of(request.getMethod(), request.getUriInfo().getPath());
            request.setEntityStream(new Bounded(request.getEntityStream(), most));
        }
    }

    private static final class Bounded extends FilterInputStream {
        private long left;

        Bounded(InputStream body, long most) {
            super(body);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            var read = in.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var read = in.read(into, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        private void count(int read) throws BodyTooLarge {
            left -= read;
            if (left < 0) {
                throw new BodyTooLarge();
            }
        }
    }
}
