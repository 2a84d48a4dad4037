package no.opptrapping.grant.conversation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.opptrapping.grant.conversation.Conversations.LeftFile;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.attachments.RemoveAttachment;
import no.opptrapping.platform.rounds.Rounds;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Clears away the files of conversations that were taken in for a message that was never sent. */
@ApplicationScoped
public class ClearUnsentFiles {
    /** The rest waits for the next round. */
    private static final int MOST_A_ROUND = 500;

    private final Conversations conversations;
    private final RemoveAttachment removeAttachment;
    private final Rounds rounds;
    private final AuditLog audit;
    private final Clock clock;
    private final int keptDays;

    ClearUnsentFiles(
            Conversations conversations,
            RemoveAttachment removeAttachment,
            Rounds rounds,
            AuditLog audit,
            Clock clock,
            @ConfigProperty(name = "opptrapping.conversation.unsent-days") int keptDays) {
        this.conversations = conversations;
        this.removeAttachment = removeAttachment;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
        this.keptDays = keptDays;
    }

    /** Clears what has waited long enough; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.conversation.clear-every:1h}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("conversation-files", this::left, this::clear);
    }

    private List<LeftFile> left() {
        return QuarkusTransaction.requiringNew()
                .call(() -> conversations.leftUnsent(clock.instant().minus(Duration.ofDays(keptDays)), MOST_A_ROUND));
    }

    /** Whoever sends it in this moment holds the conversation: then it is not left any more. */
    private void clear(LeftFile one) {
        QuarkusTransaction.requiringNew().run(() -> {
            conversations.lock(one.application());
            var holder = SendMessage.holder(one.application(), one.side());
            if (conversations.unsent(holder, Set.of(one.id())).isEmpty()) {
                return;
            }
            conversations.waitsNoMore(one.id());
            if (removeAttachment.remove(holder, one.id()) instanceof RemoveAttachment.Outcome.Removed) {
                audit.decision(
                        "conversation.attachment-cleared",
                        one.application().toString(),
                        Map.of("attachment", one.id().toString()));
            }
        });
    }
}
