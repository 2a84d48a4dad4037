package no.opptrapping.grant.allocation.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.allocation.engine.Decimal;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A sweep: a run, and axes along which parameters of it are varied; every combination of their points is a scenario.
 * {@code beyond} is how many kroner per inhabitant a winner or loser changes by strictly more than (default 0);
 * {@code amounts} asks for every municipality's amount in every scenario.
 */
record SweepRequest(
        @NotNull @Valid RunRequest run,
        @NotNull @Size(min = 1, max = 10) List<@NotNull @Valid Axis> axes,

        @Schema(examples = "50") @Size(max = 40) @Nullable String beyond,

        @Nullable Boolean amounts)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        return perInhabitant().isPresent()
                ? List.of()
                : List.of(BrokenRule.of("allocation.decimal-number", "/beyond", "value", Objects.toString(beyond)));
    }

    /** Kroner per inhabitant, zero or above; empty if it is no such number. */
    Optional<Decimal> perInhabitant() {
        return Decimal.parse(Objects.requireNonNullElse(beyond, "0")).filter(number -> !number.isNegative());
    }

    /** Parameters of the run that change together, and their values at each point, one for each, as texts. */
    @Schema(name = "SweepAxis")
    record Axis(
            @Schema(examples = "[\"/pots/0/model/weights/0/weight\", \"/pots/0/model/weights/1/weight\"]")
            @NotNull
            @Size(min = 1, max = 50)
            List<@NotNull @Size(max = 200) String> pointers,

            @Schema(examples = "[[\"0.6\", \"0.4\"], [\"0.7\", \"0.3\"]]") @NotNull @Size(min = 1, max = 100_000)
            List<@NotNull @Size(min = 1, max = 50) List<@NotNull @Size(max = 40) String>> values) {}
}
