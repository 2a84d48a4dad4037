package no.opptrapping.platform.apidocument;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.platform.access.Roles;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Completes the API document of a service with what platform does for every endpoint: problems as answers, the two kinds
 * of tokens, and the bounds of what is read.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SharedApiDocument implements OASFilter {
    /** The scheme that Quarkus puts on everything with roles; it becomes one or both of ours. */
    private static final String ANY_TOKEN = "token";

    static final String MASKINPORTEN = "maskinporten";
    private static final String STAFF = "staff";
    private static final Set<PathItem.HttpMethod> READING = Set.of(PathItem.HttpMethod.GET, PathItem.HttpMethod.HEAD);
    private static final Set<String> STAFF_ROLES = Roles.of(Roles.STAFF);

    private final OperationHeaders headers;
    private final RecordMembers members;
    private final Unions unions;

    /** Made by the build, with everything that it has found. */
    public SharedApiDocument(IndexView index) {
        headers = new OperationHeaders(index);
        members = new RecordMembers(index);
        unions = new Unions(index, members);
    }

    @Override
    public Schema filterSchema(Schema schema) {
        SchemaBounds.complete(schema);
        return schema;
    }

    @Override
    public void filterOpenAPI(OpenAPI document) {
        var components = Optional.ofNullable(document.getComponents()).orElseGet(OASFactory::createComponents);
        document.setComponents(components);
        components.addSchema("Fault", ProblemSchemas.fault());
        components.addSchema("Problem", ProblemSchemas.problem());
        ProblemSchemas.responses().forEach(components::addResponse);
        ActingForHeader.describeIn(components);
        OperationHeaders.describeIn(components);
        components.setSecuritySchemes(new TreeMap<>(Map.of(
                MASKINPORTEN,
                token("A Maskinporten access token of a municipality or another organisation, with the scopes"
                        + " hdir:tilskudd/kommune.read or .write, hdir:tilskudd/intern.read or .write. Validated as"
                        + " RFC8725 says; access is decided on the claim consumer."),
                STAFF,
                token("An access token of a person in the Directorate, the ministry or at a county governor, with the"
                        + " claims sub and roles, and county for a county governor. Validated as RFC8725 says."))));
        document.setServers(List.of(OASFactory.createServer()
                .url("/")
                .description("The production, staging or local environment from which this document was read")
                .addExtension("x-internal", false)));
        SchemaNames.inline(document);
        var tags = new TreeSet<String>();
        if (document.getPaths() != null && document.getPaths().getPathItems() != null) {
            var paths = document.getPaths().getPathItems();
            var versioned = paths.values().stream()
                    .flatMap(item -> item.getOperations().values().stream())
                    .flatMap(OperationHeaders::versioned)
                    .collect(Collectors.toSet());
            paths.forEach((path, item) -> complete(path, item, versioned, tags));
            members.declareIn(document);
            new Descriptions().describeIn(document);
            unions.divideIn(document);
        }
        SchemaNames.settle(document);
        document.setTags(tags.stream()
                .map(tag -> OASFactory.createTag().name(tag).description(tag))
                .toList());
    }

    private static SecurityScheme token(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description(description);
    }

    private void complete(String path, PathItem item, Set<String> versioned, Set<String> tags) {
        item.getOperations().forEach((method, operation) -> {
            Optional.ofNullable(operation.getTags()).ifPresent(tags::addAll);
            operation.setSecurity(callers(operation.getSecurity()));
            ActingForHeader.declareOn(operation);
            headers.declareOn(operation);
            ExampleFiles.addTo(operation);
            answers(path, operation, !READING.contains(method));
            OperationHeaders.declareOnAnswers(operation, READING.contains(method), versioned);
            Optional.ofNullable(operation.getParameters()).ifPresent(all -> all.forEach(SharedApiDocument::describe));
            if (operation.getDescription() == null) {
                operation.setDescription(operation.getSummary());
            }
        });
    }

    /** Which of the two tokens an operation takes, by its roles. */
    private static List<SecurityRequirement> callers(@Nullable List<SecurityRequirement> given) {
        if (given == null) {
            return List.of();
        }
        var callers = new ArrayList<SecurityRequirement>();
        for (var requirement : given) {
            var roles = Optional.ofNullable(requirement.getScheme(ANY_TOKEN)).orElse(List.of()).stream()
                    .flatMap(role -> Roles.of(role).stream())
                    .distinct()
                    .toList();
            var ofStaff = roles.stream().filter(STAFF_ROLES::contains).sorted().toList();
            var ofOrganisations = roles.stream()
                    .filter(role -> !STAFF_ROLES.contains(role))
                    .sorted()
                    .toList();
            if (!ofOrganisations.isEmpty() || roles.isEmpty()) {
                callers.add(OASFactory.createSecurityRequirement().addScheme(MASKINPORTEN, ofOrganisations));
            }
            if (!ofStaff.isEmpty() || roles.isEmpty()) {
                callers.add(OASFactory.createSecurityRequirement().addScheme(STAFF, ofStaff));
            }
        }
        return callers;
    }

    private static Stream<Parameter> parameters(Operation operation) {
        return Optional.ofNullable(operation.getParameters()).stream().flatMap(List::stream);
    }

    /** Whether a parameter can be of its form and still not be what is asked for; an id in an address cannot. */
    private static boolean canBeRejected(Parameter parameter) {
        return parameter.getIn() == Parameter.In.QUERY
                || (parameter.getIn() == Parameter.In.PATH
                        && !Optional.ofNullable(parameter.getSchema())
                                .map(Schema::getFormat)
                                .equals(Optional.of("uuid")));
    }

    private static void answers(String path, Operation operation, boolean changes) {
        var answers = Optional.ofNullable(operation.getResponses()).orElseGet(OASFactory::createAPIResponses);
        operation.setResponses(answers);
        var wanted = new ArrayList<>(List.of("400", "406", "429", "500", "503"));
        if (!operation.getSecurity().isEmpty()) {
            wanted.addAll(List.of("401", "403"));
        }
        if (path.contains("{")) {
            wanted.add("404");
        }
        if (operation.getRequestBody() != null) {
            wanted.addAll(List.of("413", "415"));
        }
        if (changes || parameters(operation).anyMatch(SharedApiDocument::canBeRejected)) {
            wanted.add("422");
        }
        if (changes) {
            wanted.add("409");
        }
        if (parameters(operation).map(Parameter::getName).anyMatch(OperationHeaders.IF_MATCH::equals)) {
            wanted.addAll(List.of("412", "428"));
        }
        for (var status : wanted) {
            var given = answers.getAPIResponse(status);
            if (given == null || given.getContent() == null) {
                answers.addAPIResponse(status, OASFactory.createAPIResponse().ref(ProblemSchemas.name(status)));
            }
        }
        Optional.ofNullable(answers.getAPIResponses())
                .ifPresent(all -> all.forEach((status, answer) -> {
                    if (ProblemSchemas.isProblem(status) && answer.getContent() == null && answer.getRef() == null) {
                        answer.setContent(ProblemSchemas.content());
                    }
                }));
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null && parameter.getName() != null) {
            parameter.setDescription(
                    switch (parameter.getName()) {
                        case "limit" -> "How many items a page has at most";
                        case "cursor" -> "Where the page begins: the field next of the page before";
                        case "id" -> "The identifier";
                        case "number" -> "A municipality number: four digits";
                        case "year" -> "The year of the grant";
                        case "date" -> "The date on which it is valid; today if absent";
                        default -> "Filters by " + parameter.getName();
                    });
        }
    }
}
