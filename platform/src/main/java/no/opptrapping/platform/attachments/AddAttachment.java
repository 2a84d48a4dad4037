package no.opptrapping.platform.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.problems.BrokenRule;

/** Adds an attachment to something that the caller may write to, or says every rule that stands in the way. */
@ApplicationScoped
public class AddAttachment {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is stored. */
        record Added(Attachment attachment) implements Outcome {}

        /** Rules stand in the way; nothing is kept. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** What it is to belong to takes no more. */
        record Frozen() implements Outcome {}
    }

    private final Attachments attachments;
    private final FileStores stores;
    private final CurrentCaller caller;
    private final Clock clock;

    AddAttachment(Attachments attachments, FileStores stores, CurrentCaller caller, Clock clock) {
        this.attachments = attachments;
        this.stores = stores;
        this.caller = caller;
        this.clock = clock;
    }

    @Transactional
    public Outcome add(AttachmentHolder holder, ReceivedFile file) {
        var type = file.type();
        if (type == null || !file.broken().isEmpty()) {
            return new Outcome.Refused(file.broken());
        }
        var room = attachments.lock(holder);
        if (room.frozen()) {
            return new Outcome.Frozen();
        }
        var broken = room.brokenBy(file.bytes());
        return broken.isEmpty() ? stored(holder, file, type) : new Outcome.Refused(broken);
    }

    private Outcome stored(AttachmentHolder holder, ReceivedFile file, FileType type) {
        var store = stores.chosen();
        var added = attachments.add(new Attachment(
                file.id(),
                0,
                holder,
                file.name(),
                type,
                file.bytes(),
                file.sha256(),
                file.state(),
                store.kind(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                caller.get().name(),
                Optional.empty()));
        try {
            store.write(file.id(), file.path());
        } catch (IOException lost) {
            throw new UncheckedIOException("A file that was received could not be read again", lost);
        }
        return new Outcome.Added(added);
    }
}
