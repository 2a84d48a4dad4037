package no.opptrapping.municipality.sync;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Where runs are kept. */
public interface SyncRuns {
    /**
     * Takes the source for the rest of the transaction.
     *
     * @return the run of it that has not finished, if there is one
     */
    Optional<SyncRun> lockAndFindRunning(Source source);

    Optional<SyncRun> find(UUID id);

    /** Keeps the run as it is given, instead of the one with its id. */
    void put(SyncRun run);

    /** The newest runs, newest first, begun before the one given if one is. */
    List<SyncRun> newest(Optional<Source> source, Optional<SyncRun> before, int limit);
}
