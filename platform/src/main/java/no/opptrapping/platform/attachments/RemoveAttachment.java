package no.opptrapping.platform.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes an attachment away from something that the caller may write to. */
@ApplicationScoped
public class RemoveAttachment {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is gone, but for what it was submitted with. */
        record Removed(Attachment attachment) implements Outcome {}

        /** There is no such attachment, or not any more. */
        record Unknown() implements Outcome {}

        /** What it belongs to gives nothing away. */
        record Frozen() implements Outcome {}
    }

    private final Attachments attachments;
    private final Clock clock;

    RemoveAttachment(Attachments attachments, Clock clock) {
        this.attachments = attachments;
        this.clock = clock;
    }

    @Transactional
    public Outcome remove(AttachmentHolder holder, AttachmentId id) {
        var room = attachments.lock(holder);
        var found = attachments.find(holder, id).filter(one -> one.removedAt().isEmpty());
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (room.frozen()) {
            return new Outcome.Frozen();
        }
        attachments.remove(found.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        return new Outcome.Removed(found.get());
    }
}
