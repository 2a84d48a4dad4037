package no.opptrapping.grant.allocation.whatif;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
import no.opptrapping.grant.allocation.explanations.Explanation;
import no.opptrapping.grant.allocation.inputs.BrokenRules;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.OpenRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Answers what a municipality would get of an adopted run, or one published as preliminary, with assumptions of its own. Everybody's figures but its are
 * the run's, so only its row is read anew; the amounts are the engine's own.
 */
@ApplicationScoped
public class AskWhatIf {
    private static final int MOST_RUNS = 20;
    private static final int MOST_ANSWERS = 500;
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** What became of the question. */
    public sealed interface Outcome {
        /** The answer. */
        record Answered(WhatIf answer) implements Outcome {}

        /** It cannot be answered, for all of these reasons. */
        record Rejected(List<BrokenRule> broken) implements Outcome {}

        /** There is no such run that is adopted or published. */
        record Unknown() implements Outcome {}

        /** The engine no longer gives what the run showed. */
        record NotReproducible() implements Outcome {}
    }

    private record Question(RunId run, Assumptions assumptions) {}

    private final OpenRuns openRuns;
    private final ExplainAllocation explainAllocation;
    /** What is adopted or published never changes. */
    private final Cache<RunId, ComputedRun> open =
            Caffeine.newBuilder().maximumSize(MOST_RUNS).expireAfterWrite(KEPT).build();

    private final Cache<Question, Outcome> answers = Caffeine.newBuilder()
            .maximumSize(MOST_ANSWERS)
            .expireAfterWrite(KEPT)
            .build();

    AskWhatIf(OpenRuns openRuns, ExplainAllocation explainAllocation) {
        this.openRuns = openRuns;
        this.explainAllocation = explainAllocation;
    }

    public Outcome ask(RunId id, Assumptions assumptions) {
        var question = new Question(id, assumptions);
        var known = answers.getIfPresent(question);
        if (known != null) {
            return known;
        }
        var run = open.getIfPresent(id);
        if (run == null) {
            var found = openRuns.find(id);
            if (found.isEmpty()) {
                return new Outcome.Unknown();
            }
            var computed = ComputedRun.of(found.get());
            if (computed.isEmpty()) {
                return new Outcome.NotReproducible();
            }
            run = computed.get();
            open.put(id, run);
        }
        var answer = answer(run, assumptions);
        answers.put(question, answer);
        return answer;
    }

    /** The answer from a run that is known, without database. */
    Outcome answer(ComputedRun run, Assumptions assumptions) {
        var assumed = new AssumedInputs(run.inputs(), assumptions);
        var inputs = assumed.read();
        if (!assumed.broken().isEmpty()) {
            return new Outcome.Rejected(assumed.broken());
        }
        return switch (run.assuming(inputs, assumptions.number())) {
            case ComputedRun.Assumed.Impossible(var faults) ->
                new Outcome.Rejected(BrokenRules.of(faults, inputs.parameters()));
            case ComputedRun.Assumed.Divided(var then) ->
                new Outcome.Answered(new WhatIf(
                        run,
                        explained(run, assumptions.number()),
                        explained(then, assumptions.number()),
                        assumed.changed()));
        };
    }

    /** Anybody asks, so what earlier awards promised is no part of it. */
    private Explanation explained(ComputedRun run, MunicipalityNumber number) {
        return explainAllocation
                .explainDivision(run, number)
                .orElseGet(() -> new Explanation(
                        run.run().id(),
                        number,
                        run.municipality(number).map(one -> one.name()).orElse(number.value()),
                        Kroner.ZERO,
                        List.of()));
    }
}
