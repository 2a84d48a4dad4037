package no.opptrapping.reporting.forms;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/**
 * What the municipality says of one kind of service.
 *
 * @param measure the code of the measure (<i>tiltak</i>), one of {@link Measures#CODES}
 * @param works how well it works, when it is offered
 * @param change what happened to it since last year
 */
public record ServiceAnswer(
        @NotNull @Size(max = 40) @Pattern(regexp = "^[a-z-]+$")
        String measure,

        boolean offered,
        @Nullable ServiceWorks works,
        @Nullable ServiceChange change)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        return Measures.CODES.contains(measure)
                ? List.of()
                : List.of(BrokenRule.of(
                        "body.unknown-code",
                        "/measure",
                        "value",
                        measure,
                        "allowed",
                        String.join(", ", Measures.CODES)));
    }

    /** A service that an award pays for, offered and not judged yet. */
    public static ServiceAnswer opened(String measure) {
        return new ServiceAnswer(measure, true, null, null);
    }
}
