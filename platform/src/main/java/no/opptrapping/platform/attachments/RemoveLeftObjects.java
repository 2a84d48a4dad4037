package no.opptrapping.platform.attachments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.platform.rounds.Rounds;

/**
 * Takes away what stands in S3-compatible storage and belongs to nothing: its attachment was removed, or the service
 * ended between storing the one and the other.
 */
@ApplicationScoped
class RemoveLeftObjects {
    private static final int AT_ONCE = 500;

    private final Attachments attachments;
    private final FileStores stores;
    private final Rounds rounds;

    RemoveLeftObjects(Attachments attachments, FileStores stores, Rounds rounds) {
        this.attachments = attachments;
        this.stores = stores;
        this.rounds = rounds;
    }

    @Scheduled(
            every = "{opptrapping.attachments.clear-every}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    void remove() {
        rounds.each(
                "remove-left-objects",
                () -> QuarkusTransaction.requiringNew().call(() -> attachments.leftObjects(AT_ONCE)),
                id -> {
                    stores.of(StoreKind.S3).remove(id);
                    QuarkusTransaction.requiringNew().run(() -> attachments.forgetObject(id));
                });
    }
}
