package no.opptrapping.platform.problems;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One fault in a {@link Problem}.
 *
 * @param code stable, for machines
 * @param pointer where, as in {@link BrokenRule#pointer()}
 * @param detail for people, in their language
 * @param arguments the values in the text, for machines
 * @param severity whether it has to be put right or a comment will do; absent where there are no two ways
 */
public record Fault(
        String code,
        String pointer,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, Object> arguments,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Severity severity) {}
