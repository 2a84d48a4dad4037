package no.opptrapping.platform.illustration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import org.jspecify.annotations.Nullable;

/** Adds the notice to every JSON object that is answered, and the header to every answer. */
@Provider
class IllustrationFilter implements ContainerResponseFilter {
    private final Illustration illustration;
    private final ObjectMapper mapper;

    IllustrationFilter(Illustration illustration, ObjectMapper mapper) {
        this.illustration = illustration;
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        illustration.notice().ifPresent(notice -> {
            response.getHeaders().putSingle(Illustration.HEADER, "true");
            if (response.hasEntity()
                    && isJson(response.getMediaType())
                    && tree(response.getEntity()) instanceof ObjectNode object) {
                object.set("illustration", mapper.valueToTree(notice));
                response.setEntity(object, response.getEntityAnnotations(), response.getMediaType());
            }
        });
    }

    private static boolean isJson(@Nullable MediaType type) {
        return type != null
                && (type.getSubtype().equals("json") || type.getSubtype().endsWith("+json"));
    }

    private JsonNode tree(Object entity) {
        try {
            return entity instanceof String json ? mapper.readTree(json) : mapper.valueToTree(entity);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that says it is JSON and is not", e);
        }
    }
}
