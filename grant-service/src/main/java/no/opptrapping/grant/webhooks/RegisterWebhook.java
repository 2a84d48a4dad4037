package no.opptrapping.grant.webhooks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.net.URI;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.notices.KeptNotices;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/** Registers an address that a municipality wants its notices sent to, lists them, and removes one. */
@ApplicationScoped
public class RegisterWebhook {
    /** As many as a municipality may have. */
    static final int MOST = 5;

    /** What became of it. */
    public sealed interface Outcome {
        /** It is sent what is told from now on; its secret is shown this once. */
        record Registered(Webhook webhook) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}
    }

    private final Webhooks webhooks;
    private final Receivers receivers;
    private final KeptNotices notices;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    RegisterWebhook(
            Webhooks webhooks,
            Receivers receivers,
            KeptNotices notices,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.webhooks = webhooks;
        this.receivers = receivers;
        this.notices = notices;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /** Registers it for the municipality, which is the one that calls. */
    @Transactional
    public Outcome register(KnownMunicipality by, String url) {
        var broken = PublicAddress.brokenBy(url, receivers.exempt());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        webhooks.lock(by.id());
        // What has been told until now is not sent, also what nobody has read yet.
        boolean more;
        do {
            more = notices.number();
        } while (more);
        var tried = webhooks.of(Set.of(by.id())).stream()
                .filter(one -> one.disabledAt().isEmpty())
                .toList();
        if (tried.stream().anyMatch(one -> one.url().equals(URI.create(url)))) {
            return new Outcome.Refused(List.of(BrokenRule.of("webhook.registered-before", "/url")));
        }
        if (tried.size() >= MOST) {
            return new Outcome.Refused(List.of(BrokenRule.of("webhook.too-many", "/url", "most", MOST)));
        }
        var made = new Webhook(
                WebhookId.random(),
                by.id(),
                URI.create(url),
                Secret.random(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                notices.last(Set.of(by.id())),
                0,
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        webhooks.add(made);
        audit.decision("webhook.registered", made.id().toString(), Map.of("url", url));
        return new Outcome.Registered(made);
    }

    /** Those of the municipality that calls. */
    @Transactional
    public List<Webhook> list() {
        return sight.get() instanceof Sight.Own own ? webhooks.of(own.municipalities()) : List.of();
    }

    /** The webhook, if it is the caller's. */
    @Transactional
    public Optional<Webhook> find(WebhookId id) {
        return webhooks.find(id).filter(one -> sight.reaches(one.municipality(), "webhook.reading", id));
    }

    /** Removes it, if it is there; false when there has never been one that is the caller's. */
    @Transactional
    public boolean remove(WebhookId id) {
        var owned = webhooks.ownerOf(id)
                .filter(owner -> sight.reaches(owner, "webhook.removal", id))
                .isPresent();
        if (owned) {
            webhooks.remove(id, clock.instant().truncatedTo(ChronoUnit.MICROS));
            audit.decision("webhook.removed", id.toString(), Map.of());
        }
        return owned;
    }
}
