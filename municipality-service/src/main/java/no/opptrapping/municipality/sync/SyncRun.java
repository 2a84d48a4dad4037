package no.opptrapping.municipality.sync;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * One attempt to find out what a source says that is not registered.
 *
 * @param finishedAt empty while it runs
 * @param reason why it failed; empty if it has not
 * @param arguments what fills the placeholders of the reason's text
 * @param notices what the source tells that cannot be adopted
 * @param proposal what came of it, if it proposes something
 */
public record SyncRun(
        UUID id,
        Source source,
        Instant startedAt,
        Optional<Instant> finishedAt,
        Status status,
        Optional<SourceFault.Reason> reason,
        Map<String, String> arguments,
        List<Difference> notices,
        Optional<UUID> proposal) {
    public SyncRun {
        arguments = Map.copyOf(arguments);
        notices = List.copyOf(notices);
    }

    /** How far it has come. */
    public enum Status {
        RUNNING,
        /** The source differs from what is registered: there is a proposal. */
        PROPOSED,
        /** The source says what is registered. */
        NOTHING_NEW,
        /** The source could not be used; nothing has changed. */
        FAILED;

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static SyncRun started(UUID id, Source source, Instant at) {
        return new SyncRun(
                id,
                source,
                at,
                Optional.empty(),
                Status.RUNNING,
                Optional.empty(),
                Map.of(),
                List.of(),
                Optional.empty());
    }

    SyncRun failed(SourceFault fault, Instant at) {
        return new SyncRun(
                id,
                source,
                startedAt,
                Optional.of(at),
                Status.FAILED,
                Optional.of(fault.reason()),
                fault.arguments(),
                List.of(),
                Optional.empty());
    }

    SyncRun finished(Optional<UUID> made, List<Difference> told, Instant at) {
        return new SyncRun(
                id,
                source,
                startedAt,
                Optional.of(at),
                made.isPresent() ? Status.PROPOSED : Status.NOTHING_NEW,
                Optional.empty(),
                Map.of(),
                told,
                made);
    }
}
