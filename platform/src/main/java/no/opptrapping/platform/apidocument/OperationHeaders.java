package no.opptrapping.platform.apidocument;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.idempotency.Idempotent;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * The headers without which an operation is refused, and those that its answer carries: declared from what the operation
 * is, so that none can be forgotten.
 */
final class OperationHeaders {
    static final String IF_MATCH = "If-Match";
    private static final String KEY = "IdempotencyKey";
    private static final int LONGEST_TAG = 200;
    private static final Map<String, Header> HEADERS = Map.of(
            "ETag",
            OASFactory.createHeader()
                    .description("What If-Match and If-None-Match are to name: the version, or a digest of the answer")
                    .schema(text(LONGEST_TAG)),
            "Location",
            OASFactory.createHeader()
                    .description("Where what was made is read")
                    .schema(text(2000).format("uri-reference")));
    private static final List<String> SUCCESSES = List.of("200", "201");

    private final Set<String> idempotent;

    OperationHeaders(IndexView index) {
        idempotent = index.getAnnotations(Idempotent.class).stream()
                .flatMap(OperationHeaders::methods)
                .flatMap(method -> operationId(method).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Stream<MethodInfo> methods(AnnotationInstance annotation) {
        var target = annotation.target();
        return target.kind() == AnnotationTarget.Kind.METHOD
                ? Stream.of(target.asMethod())
                : target.asClass().methods().stream();
    }

    private static Optional<String> operationId(MethodInfo method) {
        return Optional.ofNullable(method.annotation(org.eclipse.microprofile.openapi.annotations.Operation.class))
                .map(operation -> operation.value("operationId"))
                .map(AnnotationValue::asString);
    }

    static void describeIn(Components components) {
        components.addParameter(
                KEY,
                OASFactory.createParameter()
                        .name("Idempotency-Key")
                        .in(Parameter.In.HEADER)
                        .required(true)
                        .description("Made up by the caller for each act, and the same again when it is tried again:"
                                + " then the first answer is given again. With another body it is refused (422)")
                        .schema(text(255).minLength(1).pattern("^[\\x21-\\x7e]{1,255}$"))
                        .example("0d1f8c6a-3f0b-4f0e-8d38-5b0a9a3a2c11"));
    }

    /** Declares what must be sent with the operation. */
    void declareOn(Operation operation) {
        if (idempotent.contains(operation.getOperationId())) {
            operation.addParameter(OASFactory.createParameter().ref(KEY));
        }
        ifMatch(operation)
                .forEach(parameter -> parameter
                        .required(true)
                        .description("The ETag that came with what is changed, or * for whichever version there is")
                        .schema(text(LONGEST_TAG)));
    }

    /**
     * Declares what the operation's successes come with: where what was made is read, and the tag of open data and of
     * everything that somebody may change.
     *
     * @param versioned the schemas of what is changed under If-Match
     */
    static void declareOnAnswers(Operation operation, boolean reads, Set<String> versioned) {
        var answers = operation.getResponses();
        Optional.ofNullable(answers.getAPIResponse("201")).ifPresent(made -> add(made, "Location"));
        var open = reads && operation.getSecurity().isEmpty();
        for (var status : SUCCESSES) {
            var answer = answers.getAPIResponse(status);
            if (answer != null
                    && (open || schema(answer).filter(versioned::contains).isPresent())) {
                add(answer, "ETag");
                if (reads) {
                    answers.addAPIResponse(
                            "304",
                            OASFactory.createAPIResponse().description("If-None-Match names what is there already"));
                }
            }
        }
    }

    /** The schemas of what the operation changes under If-Match; none if it does not. */
    static Stream<String> versioned(Operation operation) {
        return ifMatch(operation).findAny().isPresent()
                ? SUCCESSES.stream()
                        .flatMap(status ->
                                Optional.ofNullable(operation.getResponses().getAPIResponse(status)).stream())
                        .flatMap(answer -> schema(answer).stream())
                : Stream.empty();
    }

    private static Stream<Parameter> ifMatch(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).stream()
                .flatMap(List::stream)
                .filter(parameter -> IF_MATCH.equals(parameter.getName()));
    }

    private static void add(APIResponse answer, String name) {
        answer.addHeader(name, Objects.requireNonNull(HEADERS.get(name)))
                .addHeader(ProblemSchemas.ALLOWED_ORIGIN, ProblemSchemas.origin());
    }

    private static Optional<String> schema(APIResponse answer) {
        return Optional.ofNullable(answer.getContent())
                .map(content -> content.getMediaType("application/json"))
                .map(MediaType::getSchema)
                .map(Schema::getRef);
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .maxLength(longest)
                .pattern(SchemaBounds.ANY_TEXT);
    }
}
