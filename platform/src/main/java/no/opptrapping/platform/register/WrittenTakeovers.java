package no.opptrapping.platform.register;

import java.util.List;
import java.util.stream.Collectors;

/** Takeovers in one text, alike in code and in SQL: what is stored with other steps than are due is found by it. */
public final class WrittenTakeovers {
    private WrittenTakeovers() {}

    /** The steps, oldest first; an empty text for none. */
    public static String of(List<Takeover> steps) {
        return steps.stream()
                .map(step -> String.join(
                        "|",
                        step.from().toString(),
                        step.to().toString(),
                        step.number().value(),
                        step.name(),
                        step.on().toString()))
                .collect(Collectors.joining("/"));
    }

    /** The same text as an SQL expression, of the expression for a JSON list of takeovers. */
    public static String sql(String steps) {
        return """
                coalesce((select string_agg(concat_ws('|', step ->> 'from', step ->> 'to', step ->> 'number',
                    step ->> 'name', step ->> 'on'), '/' order by place)
                    from jsonb_array_elements(%s) with ordinality as stored (step, place)), '')
                """.formatted(steps);
    }
}
