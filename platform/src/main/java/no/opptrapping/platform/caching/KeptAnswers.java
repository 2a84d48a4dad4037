package no.opptrapping.platform.caching;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.util.Optional;
import no.opptrapping.platform.concurrency.ETags;

/**
 * Open data may be kept for a minute and asked for again by its tag, and read from any page; what is not open data, and
 * every refusal, is not kept by anybody (RFC 9111). Who is signed in may see more of it than others do, so that answer is
 * kept by nobody else, and only to ask whether it still holds. What has no tag of its own gets SHA-256 of what is sent.
 */
@Provider
@Priority(KeptAnswers.AFTER_EVERYTHING_HAS_BEEN_ADDED)
class KeptAnswers implements ContainerResponseFilter {
    static final int AFTER_EVERYTHING_HAS_BEEN_ADDED = 100;
    static final String OPEN = "public, max-age=60, must-revalidate";
    static final String OPEN_TO_ONE = "private, no-cache";
    private static final String CLOSED = "no-store";
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;

    private final OpenData openData = new OpenData();
    private final ResourceInfo resource;
    private final ObjectMapper mapper;

    KeptAnswers(ResourceInfo resource, ObjectMapper mapper) {
        this.resource = resource;
        this.mapper = mapper;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var method = resource.getResourceMethod();
        var open = method != null && openData.isServedBy(method);
        if (open) {
            CrossOrigin.allow((name, value) -> put(response, name, value));
        }
        if (!isRead(request)) {
            put(response, HttpHeaders.CACHE_CONTROL, CLOSED);
            return;
        }
        if (response.getStatus() == OK) {
            tag(request, response, open);
        }
        var kept = open && (response.getStatus() == OK || response.getStatus() == NOT_MODIFIED);
        put(response, HttpHeaders.CACHE_CONTROL, kept ? keptBy(request) : CLOSED);
        if (kept) {
            put(response, HttpHeaders.VARY, "Accept, Accept-Language");
        }
    }

    private static String keptBy(ContainerRequestContext request) {
        return request.getHeaderString(HttpHeaders.AUTHORIZATION) == null ? OPEN : OPEN_TO_ONE;
    }

    private void tag(ContainerRequestContext request, ContainerResponseContext response, boolean open) {
        if (open && !response.getHeaders().containsKey(HttpHeaders.ETAG)) {
            digest(response).ifPresent(digest -> put(response, HttpHeaders.ETAG, ETags.of(digest)));
        }
        var tag = response.getHeaderString(HttpHeaders.ETAG);
        if (tag != null && ETags.matches(request.getHeaderString(HttpHeaders.IF_NONE_MATCH), unquoted(tag))) {
            response.setStatus(NOT_MODIFIED);
            response.setEntity(null);
        }
    }

    /** Another entity comes with other headers, so nobody may hold on to them. */
    private static void put(ContainerResponseContext response, String name, Object value) {
        response.getHeaders().putSingle(name, value);
    }

    /**
     * The digest of what is sent, if that is known already. What is neither text, bytes nor a stream is JSON, also where
     * that has not been settled yet; it is written once, and sent as it was written.
     */
    private Optional<String> digest(ContainerResponseContext response) {
        return switch (response.getEntity()) {
            case null -> Optional.empty();
            case StreamingOutput _, InputStream _ -> Optional.empty();
            case byte[] bytes -> Optional.of(ETags.digest(bytes));
            case String text -> Optional.of(ETags.digest(text));
            case Object entity -> Optional.of(ETags.digest(written(entity, response)));
        };
    }

    private String written(Object entity, ContainerResponseContext response) {
        try {
            var json = mapper.writeValueAsString(entity);
            var type = Optional.ofNullable(response.getMediaType()).orElse(MediaType.APPLICATION_JSON_TYPE);
            response.setEntity(new RawValue(json), response.getEntityAnnotations(), type);
            return json;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("An answer that says it is JSON and is not", e);
        }
    }

    private static boolean isRead(ContainerRequestContext request) {
        return request.getMethod().equals(HttpMethod.GET) || request.getMethod().equals(HttpMethod.HEAD);
    }

    private static String unquoted(String tag) {
        return tag.replace("\"", "");
    }
}
