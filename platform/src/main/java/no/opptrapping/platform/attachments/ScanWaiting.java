package no.opptrapping.platform.attachments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import no.opptrapping.platform.rounds.Rounds;
import org.jboss.logging.Logger;

/** Asks the scanner again about what it could not be asked about; until then nobody gets it. */
@ApplicationScoped
class ScanWaiting {
    private static final Logger LOG = Logger.getLogger(ScanWaiting.class);
    private static final int AT_ONCE = 200;

    private final Attachments attachments;
    private final FileStores stores;
    private final ReadAttachment readAttachment;
    private final VirusScanner scanner;
    private final Rounds rounds;

    ScanWaiting(
            Attachments attachments,
            FileStores stores,
            ReadAttachment readAttachment,
            VirusScanner scanner,
            Rounds rounds) {
        this.attachments = attachments;
        this.stores = stores;
        this.readAttachment = readAttachment;
        this.scanner = scanner;
        this.rounds = rounds;
    }

    @Scheduled(
            every = "{opptrapping.attachments.scan-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void scan() {
        rounds.each(
                "scan-attachments",
                () -> QuarkusTransaction.requiringNew().call(() -> attachments.waiting(AT_ONCE)).stream()
                        .map(Waiting::new)
                        .toList(),
                waiting -> scan(waiting.attachment()));
    }

    /** Known in the log by its id: a file's name is nobody's there. */
    private record Waiting(Attachment attachment) {
        @Override
        public String toString() {
            return attachment.id().toString();
        }
    }

    private void scan(Attachment one) {
        switch (verdict(one)) {
            case VirusScanner.Verdict.Clean() -> settle(one, AttachmentState.READY);
            case VirusScanner.Verdict.Found(var name) -> {
                LOG.warnf("The attachment %s is infected (%s); its content is removed", one.id(), name);
                settle(one, AttachmentState.INFECTED);
            }
            case VirusScanner.Verdict.Unknown() ->
                throw new IllegalStateException("The scanner cannot be reached: the attachment waits");
        }
    }

    private VirusScanner.Verdict verdict(Attachment one) {
        try (var content = readAttachment.content(one, 0, one.bytes())) {
            return scanner.scan(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void settle(Attachment one, AttachmentState state) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (attachments.settle(one.id(), state) && state == AttachmentState.INFECTED) {
                stores.of(one.store()).remove(one.id());
            }
        });
    }
}
