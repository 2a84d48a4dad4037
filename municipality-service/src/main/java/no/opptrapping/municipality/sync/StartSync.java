package no.opptrapping.municipality.sync;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.time.BusinessDates;
import org.jboss.logging.Logger;

/**
 * Asks a source what is new and proposes it. A source that is down or answers nonsense changes nothing; the run tells
 * why.
 */
@ApplicationScoped
public class StartSync {
    private static final Logger LOG = Logger.getLogger(StartSync.class);

    private final Map<Source, Synchronisation> synchronisations;
    private final RecordRuns recordRuns;
    private final Clock clock;

    StartSync(@All List<Synchronisation> synchronisations, RecordRuns recordRuns, Clock clock) {
        this.synchronisations = synchronisations.stream().collect(toMap(Synchronisation::source, identity()));
        this.recordRuns = recordRuns;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It ran to its end, with a proposal, nothing new, or a failure that it tells of. */
        record Ran(SyncRun run) implements Outcome {}

        /** Another run of the same source is under way. */
        record AlreadyRunning() implements Outcome {}
    }

    /** Runs to the end; may take as long as the source does. */
    public Outcome start(Source source) {
        return recordRuns
                .begin(source)
                .<Outcome>map(run -> new Outcome.Ran(carryOut(run)))
                .orElseGet(Outcome.AlreadyRunning::new);
    }

    private SyncRun carryOut(SyncRun run) {
        try {
            return recordRuns.finish(run, synchronisation(run.source()).compare(BusinessDates.today(clock)));
        } catch (SourceFault fault) {
            LOG.warnf("The synchronisation with %s failed: %s", run.source().code(), fault.getMessage());
            return recordRuns.fail(run, fault);
        } catch (RuntimeException bug) {
            LOG.errorf(bug, "The synchronisation with %s failed", run.source().code());
            return recordRuns.fail(run, new SourceFault(SourceFault.Reason.INTERNAL, Map.of()));
        }
    }

    private Synchronisation synchronisation(Source source) {
        var found = synchronisations.get(source);
        if (found == null) {
            throw new IllegalStateException("Nothing synchronises " + source);
        }
        return found;
    }
}
