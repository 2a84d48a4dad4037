package no.opptrapping.grant.webhooks;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import no.opptrapping.grant.notices.KeptNotices;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.platform.rounds.Rounds;
import org.jboss.logging.Logger;

/**
 * Sends notices to the addresses that municipalities have registered, in their order and each at least once: the next one
 * when the one before was taken. What is not taken is tried again after longer and longer pauses, and after a week of
 * that the address is given up, which the feed tells. Addresses are sent to beside each other, so that none waits for a
 * dead one.
 */
@ApplicationScoped
public class SendNotices {
    private static final Logger LOG = Logger.getLogger(SendNotices.class);
    private static final int MOST_A_ROUND = 200;
    private static final int AT_ONCE = 16;
    private static final int MOST_TO_ONE = 50;

    /** Longer than everything that is sent to one in a round can take. */
    private static final Duration RESERVED = Duration.ofMinutes(2);

    private final Webhooks webhooks;
    private final KeptNotices kept;
    private final Notices notices;
    private final Receivers receivers;
    private final Rounds rounds;
    private final ObjectMapper json;
    private final Clock clock;

    SendNotices(
            Webhooks webhooks,
            KeptNotices kept,
            Notices notices,
            Receivers receivers,
            Rounds rounds,
            ObjectMapper json,
            Clock clock) {
        this.webhooks = webhooks;
        this.kept = kept;
        this.notices = notices;
        this.receivers = receivers;
        this.rounds = rounds;
        this.json = json;
        this.clock = clock;
    }

    /** Sends what there is; one address that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.webhooks.send-every:5s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.once("send-notices", () -> {
            QuarkusTransaction.requiringNew().run(kept::number);
            var due = QuarkusTransaction.requiringNew().call(() -> webhooks.due(clock.instant(), MOST_A_ROUND));
            var places = new Semaphore(AT_ONCE);
            try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
                due.forEach(id -> executor.execute(() -> inTurn(places, id)));
            }
        });
    }

    private void inTurn(Semaphore places, WebhookId id) {
        places.acquireUninterruptibly();
        try {
            send(id);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "Notices to webhook %s are tried again", id);
        } finally {
            places.release();
        }
    }

    private void send(WebhookId id) {
        QuarkusTransaction.requiringNew()
                .call(() -> webhooks.reserve(id, clock.instant(), RESERVED))
                .ifPresent(webhook -> {
                    try {
                        sendAll(webhook);
                    } finally {
                        QuarkusTransaction.requiringNew().run(() -> webhooks.release(id));
                    }
                });
    }

    private void sendAll(Webhook webhook) {
        var waiting = QuarkusTransaction.requiringNew()
                .call(() -> kept.after(Set.of(webhook.municipality()), webhook.sentUpTo(), MOST_TO_ONE));
        var until = System.nanoTime() + RESERVED.toNanos() / 4;
        for (var one : waiting) {
            var answer = send(webhook, one);
            if (!(answer instanceof Receivers.Answer.Taken)) {
                failed(webhook, why(answer));
                return;
            }
            QuarkusTransaction.requiringNew().run(() -> webhooks.sent(webhook.id(), one.number()));
            if (System.nanoTime() > until) {
                return;
            }
        }
    }

    private Receivers.Answer send(Webhook webhook, KeptNotices.Numbered one) {
        var id = one.notice().id().toString();
        var timestamp = clock.instant().getEpochSecond();
        var body = body(one);
        return receivers.send(
                webhook.url(),
                Map.of(
                        "Content-Type",
                        "application/cloudevents+json; charset=UTF-8",
                        "User-Agent",
                        "Opptrapping",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        webhook.secret().signature(id, timestamp, body)),
                body);
    }

    private byte[] body(KeptNotices.Numbered one) {
        try {
            return json.writeValueAsBytes(NoticeEvent.of(one.notice()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String why(Receivers.Answer answer) {
        return switch (answer) {
            case Receivers.Answer.Taken() -> "";
            case Receivers.Answer.Refused(var status) -> "HTTP " + status;
            case Receivers.Answer.Unreachable(var reason) -> reason;
        };
    }

    private void failed(Webhook webhook, String why) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        QuarkusTransaction.requiringNew().run(() -> {
            if (webhook.isGivenUpAt(now)) {
                if (webhooks.disabled(webhook.id(), now)) {
                    notices.tell(
                            List.of(webhook.municipality()),
                            News.of(
                                    NoticeKind.WEBHOOK_DISABLED,
                                    "/v1/webhooks/" + webhook.id(),
                                    Map.of("url", webhook.url().toString())));
                }
            } else {
                webhooks.failed(webhook.id(), why, now, now.plus(Webhook.pauseAfter(webhook.attempts() + 1)));
            }
        });
    }
}
