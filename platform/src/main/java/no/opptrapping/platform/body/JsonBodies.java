package no.opptrapping.platform.body;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import no.opptrapping.platform.problems.RejectedBody;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;

/**
 * Hands an operation the body of its request as the form that it asks for ({@link ReadForm}). What is no JSON is refused
 * (400), and so is everything else that is wrong, in one answer (422), unless the operation asks for what could be
 * read of the form ({@link PartlyRead}).
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
class JsonBodies implements ServerMessageBodyReader<Object> {
    private final ReadForm readForm;

    JsonBodies(ReadForm readForm) {
        this.readForm = readForm;
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(Class<Object> type, Type generic, MediaType mediaType, ServerRequestContext context)
            throws IOException {
        return read(type, generic, context.getInputStream());
    }

    @Override
    public Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        return read(type, generic, body);
    }

    Object read(Class<?> type, Type generic, InputStream body) throws IOException {
        if (type == PartlyRead.class && generic instanceof ParameterizedType of) {
            return readForm.of((Class<?>) of.getActualTypeArguments()[0], body);
        }
        var read = readForm.read(type, body, true);
        if (!read.faults().isEmpty()) {
            throw new RejectedBody(read.faults(), read.more());
        }
        return read.form();
    }
}
