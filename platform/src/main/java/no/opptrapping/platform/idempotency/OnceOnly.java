package no.opptrapping.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Parameter;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.platform.access.ActingFor;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Problems;
import no.opptrapping.platform.values.Sha256;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Carries out {@link Idempotent}: inside a transaction that is open, or in one of its own around the method. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 210)
class OnceOnly {
    static final String KEY = "Idempotency-Key";
    private static final Pattern KEY_FORM = Pattern.compile("[\\x21-\\x7e]{1,255}");

    private final Answers answers;
    private final CurrentCaller caller;
    private final CurrentVertxRequest exchange;
    private final Problems problems;
    private final Instance<AsItIsNow> things;
    private final ObjectMapper mapper;
    private final ObjectMapper digestMapper;

    OnceOnly(
            Answers answers,
            CurrentCaller caller,
            CurrentVertxRequest exchange,
            Problems problems,
            @Any Instance<AsItIsNow> things,
            ObjectMapper mapper) {
        this.answers = answers;
        this.caller = caller;
        this.exchange = exchange;
        this.problems = problems;
        this.things = things;
        this.mapper = mapper;
        this.digestMapper = mapper.copy()
                .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
                .configure(JsonNodeFeature.WRITE_PROPERTIES_SORTED, true);
    }

    @AroundInvoke
    Object once(InvocationContext invocation) {
        var request = exchange.getCurrent().request();
        var key = request.getHeader(KEY);
        if (key == null) {
            throw new BadInput(BrokenRule.of("idempotency.key-missing", "header:" + KEY));
        }
        if (!KEY_FORM.matcher(key).matches()) {
            throw new BadInput(BrokenRule.of("idempotency.key-malformed", "header:" + KEY));
        }
        var digest = digest(request.method() + " " + request.uri() + onBehalf(request), body(invocation));
        return QuarkusTransaction.joiningExisting().call(() -> inTransaction(invocation, key, digest));
    }

    /** The same call for another municipality is another call. */
    private static String onBehalf(HttpServerRequest request) {
        var named = request.getHeader(ActingFor.HEADER);
        return named == null ? "" : " for " + named;
    }

    private @Nullable Object inTransaction(InvocationContext invocation, String key, String digest) throws Exception {
        var who = caller.get().name();
        if (!answers.lock(who, key)) {
            return as(invocation, problems.conflict("idempotency.in-flight"));
        }
        var earlier = answers.find(who, key);
        if (earlier.isPresent()) {
            return as(
                    invocation,
                    earlier.get().request().equals(digest)
                            ? again(earlier.get(), showsTheThing(invocation))
                            : problems.rejected("idempotency.key-reused", List.of()));
        }
        var result = invocation.proceed();
        var response = response(result);
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL) {
            answers.add(who, key, answer(digest, response));
        }
        return result;
    }

    private static Response response(@Nullable Object result) {
        return switch (result) {
            case Response response -> response;
            case RestResponse<?> response -> response.toResponse();
            case null, default ->
                throw new IllegalStateException("An @Idempotent method returns Response or RestResponse");
        };
    }

    private static Object as(InvocationContext invocation, Response response) {
        return invocation.getMethod().getReturnType() == RestResponse.class
                ? RestResponse.ResponseBuilder.create(response.getStatusInfo(), response.getEntity())
                        .replaceAll(new MultivaluedHashMap<>(response.getHeaders()))
                        .build()
                : response;
    }

    private Answers.Answer answer(String digest, Response response) throws JsonProcessingException {
        return new Answers.Answer(
                digest,
                response.getStatus(),
                header(response, HttpHeaders.LOCATION),
                header(response, HttpHeaders.ETAG),
                response.hasEntity() ? mapper.writeValueAsString(response.getEntity()) : null);
    }

    private static @Nullable String header(Response response, String name) {
        var value = response.getHeaders().getFirst(name);
        return value == null ? null : value.toString();
    }

    private static boolean showsTheThing(InvocationContext invocation) {
        var annotation = invocation.getMethod().getAnnotation(Idempotent.class);
        return annotation == null || annotation.showsTheThing();
    }

    private Response again(Answers.Answer answer, boolean showsTheThing) throws JsonProcessingException {
        var response = Response.status(answer.status()).header("Idempotency-Replayed", "true");
        if (answer.location() != null) {
            response.header(HttpHeaders.LOCATION, answer.location());
            var now = showsTheThing ? movedOn(answer.location(), answer.etag()) : Optional.<AsItIsNow.Now>empty();
            if (now.isPresent()) {
                return response.header(HttpHeaders.ETAG, now.get().tag())
                        .type("application/json")
                        .entity(now.get().entity())
                        .build();
            }
        }
        if (answer.etag() != null) {
            response.header(HttpHeaders.ETAG, answer.etag());
        }
        if (answer.body() != null) {
            response.type("application/json").entity(mapper.readTree(answer.body()));
        }
        return response.build();
    }

    private Optional<AsItIsNow.Now> movedOn(String location, @Nullable String tag) {
        var path = URI.create(location).getPath();
        return things.stream()
                .flatMap(thing -> thing.at(path).stream())
                .filter(now -> !now.tag().equals(tag))
                .findFirst();
    }

    private static @Nullable Object body(InvocationContext invocation) {
        var parameters = invocation.getMethod().getParameters();
        for (var i = 0; i < parameters.length; i++) {
            if (isBody(parameters[i])) {
                return invocation.getParameters()[i];
            }
        }
        return null;
    }

    private static boolean isBody(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(Annotation::annotationType)
                .noneMatch(type -> Objects.equals(type.getPackageName(), "jakarta.ws.rs")
                        || Objects.equals(type.getPackageName(), "jakarta.ws.rs.core")
                        || Objects.equals(type.getPackageName(), "org.jboss.resteasy.reactive"));
    }

    private String digest(String target, @Nullable Object body) {
        try {
            var text = digestMapper.writeValueAsBytes(List.of(target, body == null ? Map.of() : body));
            return Sha256.of(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A request body that was read can be written", e);
        }
    }
}
