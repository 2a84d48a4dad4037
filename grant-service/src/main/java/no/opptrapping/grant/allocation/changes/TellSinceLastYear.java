package no.opptrapping.grant.allocation.changes;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.allocation.runs.SinceLastYear;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jboss.logging.Logger;

/**
 * Tells in the award letters what changed since the scheme's adopted run of the year before; where either year has
 * several, no two of them are what a municipality got, and nothing is told.
 */
@ApplicationScoped
class TellSinceLastYear implements SinceLastYear {
    private static final Logger LOG = Logger.getLogger(TellSinceLastYear.class);

    private final RunPairs pairs;
    private final ExplainChange explainChange;
    private final ChangeSentences sentences;

    TellSinceLastYear(RunPairs pairs, ExplainChange explainChange, Texts texts) {
        this.pairs = pairs;
        this.explainChange = explainChange;
        this.sentences = new ChangeSentences(texts);
    }

    @Override
    public Function<MunicipalityNumber, List<LocalisedText>> of(ComputedRun run) {
        try {
            return told(run);
        } catch (RuntimeException e) {
            // Nobody is to wait for money because of a sentence in the letter.
            LOG.errorf(
                    e,
                    "What changed since last year is not told in the letters of run %s",
                    run.run().id());
            return number -> List.of();
        }
    }

    private Function<MunicipalityNumber, List<LocalisedText>> told(ComputedRun run) {
        return pairs.onlyFormer(run.run())
                .flatMap(ComputedRun::of)
                .flatMap(former -> table(former, run)
                        .<Function<MunicipalityNumber, List<LocalisedText>>>map(table -> number -> table.of(number)
                                .map(change -> sentences.of(
                                        change,
                                        run.run().year().getValue(),
                                        former.run().year().getValue()))
                                .orElseGet(List::of)))
                .orElse(number -> List.of());
    }

    /** By the chain alone, which is quick. */
    private Optional<ChangeTable> table(ComputedRun former, ComputedRun run) {
        return explainChange.chain(former, run) instanceof ExplainChange.Outcome.Explained explained
                ? Optional.of(explained.table())
                : Optional.empty();
    }
}
