package no.opptrapping.platform.problems;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A refusal as RFC 9457 describes it.
 *
 * @param type <code>https://opptrapping.no/problems/</code> and a stable code
 * @param title what kind of problem it is, in the reader's language
 * @param status the HTTP status, 400-599
 * @param detail what went wrong this time, in the reader's language
 * @param instance the path that was asked for
 * @param errors every fault that was found
 * @param members the values in the detail, for machines: members of their own beside the standard ones
 * @param traceId what to quote when asking for help: it is in the service's log
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        List<Fault> errors,
        @JsonAnyGetter Map<String, Object> members,
        @Nullable String traceId) {
    /** The content type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** What every problem's type begins with; the code follows. */
    public static final String TYPE_BASE = "https://opptrapping.no/problems/";

    private static final Set<String> STANDARD =
            Set.of("type", "title", "status", "detail", "instance", "errors", "traceId");

    public Problem {
        if (members.keySet().stream().anyMatch(STANDARD::contains)) {
            throw new IllegalArgumentException("A member has the name of a standard one: " + members.keySet());
        }
    }
}
