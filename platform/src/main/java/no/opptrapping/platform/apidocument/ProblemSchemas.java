package no.opptrapping.platform.apidocument;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.opptrapping.platform.problems.Problem;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** How refusals look in an API document. */
final class ProblemSchemas {
    static final String ALLOWED_ORIGIN = "Access-Control-Allow-Origin";
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("400", "BadRequest"),
            Map.entry("401", "NotSignedIn"),
            Map.entry("403", "NoAccess"),
            Map.entry("404", "NotFound"),
            Map.entry("406", "NotAcceptable"),
            Map.entry("409", "Conflict"),
            Map.entry("412", "ChangedByOthers"),
            Map.entry("413", "TooLarge"),
            Map.entry("415", "UnsupportedMediaType"),
            Map.entry("416", "NotInRange"),
            Map.entry("422", "Rejected"),
            Map.entry("428", "VersionMissing"),
            Map.entry("429", "TooManyRequests"),
            Map.entry("500", "InternalError"),
            Map.entry("503", "Unavailable"));
    private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry("BadRequest", "The request cannot be read; each fault with its place"),
            Map.entry("NotSignedIn", "The access token is missing or not valid"),
            Map.entry("NoAccess", "The caller is known and may not"),
            Map.entry("NotFound", "It does not exist, or it is not the caller's"),
            Map.entry("NotAcceptable", "It is not made in any of the formats that Accept names"),
            Map.entry("Conflict", "The state of the thing stands in the way; the answer says which, with its values"),
            Map.entry("ChangedByOthers", "If-Match names another version than the present one; read it again"),
            Map.entry("VersionMissing", "If-Match is asked for, with the ETag that was given when it was read"),
            Map.entry("TooLarge", "The body is larger than what is accepted"),
            Map.entry(
                    "NotInRange", "None of the bytes that Range names is there; Content-Range says how many there are"),
            Map.entry("UnsupportedMediaType", "The body is of another type than what is accepted"),
            Map.entry("Rejected", "Rules stand in the way; every broken rule with its place"),
            Map.entry(
                    "TooManyRequests",
                    "The organisation, person or address has asked for more than its part of a minute; the headers"
                            + " RateLimit and RateLimit-Policy of every answer tell what is left"),
            Map.entry("InternalError", "An error of ours; quote the trace id"),
            Map.entry("Unavailable", "Try again in a while"));
    /** The answers that say when to try again. */
    private static final Set<String> FOR_A_WHILE = Set.of("TooManyRequests", "Unavailable");

    private ProblemSchemas() {}

    static String name(String status) {
        return NAMES.getOrDefault(status, "BadRequest");
    }

    static boolean isProblem(String status) {
        return status.startsWith("4") || status.startsWith("5") || status.equals("default");
    }

    static Map<String, APIResponse> responses() {
        var responses = new LinkedHashMap<String, APIResponse>();
        NAMES.values().stream().sorted().forEach(name -> responses.put(name, response(name)));
        return responses;
    }

    private static APIResponse response(String name) {
        var response = OASFactory.createAPIResponse()
                .description(DESCRIPTIONS.get(name))
                .content(content());
        return FOR_A_WHILE.contains(name)
                ? response.addHeader("Retry-After", secondsToWait()).addHeader(ALLOWED_ORIGIN, origin())
                : response;
    }

    private static Header secondsToWait() {
        return OASFactory.createHeader()
                .description("After how many seconds to try again")
                .schema(OASFactory.createSchema()
                        .addType(SchemaType.INTEGER)
                        .format("int32")
                        .minimum(BigDecimal.ONE)
                        .maximum(BigDecimal.valueOf(3600)));
    }

    static Header origin() {
        return OASFactory.createHeader()
                .description("Any page, where open data was asked for; otherwise not there")
                .schema(text(1).pattern("^\\*$"));
    }

    static Content content() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("Problem")));
    }

    static Schema problem() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("A refusal (RFC 9457); the values in the detail may follow as members of their own")
                .required(List.of("type", "title", "status", "detail", "instance"))
                .addProperty("type", text(200).format("uri").description(Problem.TYPE_BASE + " and a stable code"))
                .addProperty("title", text(500))
                .addProperty(
                        "status",
                        OASFactory.createSchema()
                                .addType(SchemaType.INTEGER)
                                .format("int32")
                                .minimum(BigDecimal.valueOf(400))
                                .maximum(BigDecimal.valueOf(599)))
                .addProperty("detail", text(SchemaBounds.LONGEST_TEXT))
                .addProperty("instance", text(8192).format("uri-reference"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(SchemaType.ARRAY)
                                .maxItems(10_000)
                                .items(OASFactory.createSchema().ref("Fault")))
                .addProperty("traceId", text(32).pattern("^[0-9a-f]{32}$"));
    }

    static Schema fault() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("One broken rule, or one thing that cannot be read")
                .required(List.of("code", "pointer", "detail"))
                .addProperty("code", text(100).description("Stable, for machines"))
                .addProperty(
                        "pointer",
                        text(1000).description("RFC 6901 pointer into the body, or query:name, path:name, header:name"))
                .addProperty("detail", text(SchemaBounds.LONGEST_TEXT))
                .addProperty(
                        "arguments",
                        OASFactory.createSchema()
                                .addType(SchemaType.OBJECT)
                                .description("The values in the detail")
                                .additionalPropertiesSchema(OASFactory.createSchema())
                                .maxProperties(100))
                .addProperty(
                        "severity",
                        OASFactory.createSchema()
                                .addType(SchemaType.STRING)
                                .enumeration(List.of("error", "warning"))
                                .description("Whether it must be put right or a comment will do; absent where there are"
                                        + " no two ways"));
    }

    private static Schema text(int longest) {
        return OASFactory.createSchema()
                .addType(SchemaType.STRING)
                .maxLength(longest)
                .pattern(SchemaBounds.ANY_TEXT);
    }
}
