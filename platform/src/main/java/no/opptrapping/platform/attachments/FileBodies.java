package no.opptrapping.platform.attachments;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.ServiceUnavailableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Hands an operation the body of its request as a {@link ReceivedFile}: read before anything is locked or asked of the
 * database, so that a slow line holds up nobody, and gone from disk when the request is answered.
 */
@Provider
@Consumes(MediaType.WILDCARD)
class FileBodies implements ServerMessageBodyReader<ReceivedFile> {
    private static final Logger LOG = Logger.getLogger(FileBodies.class);
    private static final int RETRY_AFTER_SECONDS = 5;

    private final ReceiveFile receiveFile;
    private final CurrentVertxRequest exchange;
    private final Semaphore places;

    FileBodies(
            ReceiveFile receiveFile,
            CurrentVertxRequest exchange,
            @ConfigProperty(name = "opptrapping.attachments.at-once") int atOnce) {
        this.receiveFile = receiveFile;
        this.exchange = exchange;
        this.places = new Semaphore(atOnce);
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return type == ReceivedFile.class;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == ReceivedFile.class;
    }

    @Override
    public ReceivedFile readFrom(
            Class<ReceivedFile> type, Type generic, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(mediaType, context.getInputStream());
    }

    @Override
    public ReceivedFile readFrom(
            Class<ReceivedFile> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(mediaType, body);
    }

    private ReceivedFile read(MediaType type, InputStream body) throws IOException {
        if (!places.tryAcquire()) {
            throw new ServiceUnavailableException((long) RETRY_AFTER_SECONDS);
        }
        var current = exchange.getCurrent();
        var file = Files.createTempFile("opptrapping-", ".attachment");
        removeWhenAnswered(current, file);
        return receiveFile.receive(
                body,
                file,
                current.request().getHeader("Content-Disposition"),
                type.getType() + "/" + type.getSubtype());
    }

    private void removeWhenAnswered(RoutingContext current, Path file) {
        var removed = new AtomicBoolean();
        current.addEndHandler(_ -> {
            if (removed.compareAndSet(false, true)) {
                places.release();
                try {
                    Files.deleteIfExists(file);
                } catch (IOException leftBehind) {
                    LOG.warnf("A received file is left on disk: %s", leftBehind);
                }
            }
        });
    }
}
