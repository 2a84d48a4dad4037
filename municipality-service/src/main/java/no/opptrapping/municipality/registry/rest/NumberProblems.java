package no.opptrapping.municipality.registry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.function.Function;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.platform.problems.Problems;

/** Answers for a number that stands for no municipality on the date, and names who stands there instead. */
@ApplicationScoped
class NumberProblems {
    private final Problems problems;

    NumberProblems(Problems problems) {
        this.problems = problems;
    }

    /** The answer of a valid number, or a problem (404) that says what has become, or will become, of it. */
    Response answer(NumberLookup lookup, Function<Listed, Response> valid) {
        return switch (lookup) {
            case NumberLookup.Valid(var listed) -> valid.apply(listed);
            case NumberLookup.Ceased(var number, var last, var on, var successors) ->
                problems.notFound(
                        "municipality.ceased",
                        "number",
                        number.value(),
                        "name",
                        last.name(),
                        "on",
                        on,
                        "successors",
                        relatives(successors),
                        "successorNames",
                        inText(successors));
            case NumberLookup.NotYet(var number, var first, var from, var predecessors) ->
                problems.notFound(
                        "municipality.not-yet",
                        "number",
                        number.value(),
                        "name",
                        first.name(),
                        "from",
                        from,
                        "predecessors",
                        relatives(predecessors),
                        "predecessorNames",
                        inText(predecessors));
            case NumberLookup.Unknown(var number) ->
                problems.notFound("municipality.unknown", "number", number.value());
        };
    }

    private static List<Relative> relatives(List<Listed> listed) {
        return listed.stream().map(Relative::of).toList();
    }

    private static List<String> inText(List<Listed> listed) {
        return listed.stream().map(Relative::inText).toList();
    }
}
