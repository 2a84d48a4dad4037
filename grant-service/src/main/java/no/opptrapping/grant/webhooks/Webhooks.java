package no.opptrapping.grant.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;

/** The webhooks that there are. Everything here takes part in the caller's transaction. */
public interface Webhooks {
    void add(Webhook webhook);

    Optional<Webhook> find(WebhookId id);

    /** Those of the municipalities, the oldest first; there are few. */
    List<Webhook> of(Set<MunicipalityId> municipalities);

    /** Nobody else adds one to the municipality until the transaction ends. */
    void lock(MunicipalityId municipality);

    /** Nothing more is sent to it, and its secret is forgotten. */
    void remove(WebhookId id, Instant at);

    /** Whose it is, or was until it was removed. */
    Optional<MunicipalityId> ownerOf(WebhookId id);

    /** Those that are tried, whose time has come, that nobody is sending to, and for which there is something. */
    List<WebhookId> due(Instant now, int limit);

    /** Reserves the webhook for so long; empty when somebody else has it, or it is not tried any more. */
    Optional<Webhook> reserve(WebhookId id, Instant now, Duration length);

    /** It has taken everything up to the number. */
    void sent(WebhookId id, long upTo);

    /** It has not taken the next one, and is not tried before then. */
    void failed(WebhookId id, String failure, Instant at, Instant nextTry);

    /** It is not tried any more; false when it was not before either. */
    boolean disabled(WebhookId id, Instant at);

    /** Gives back a reservation. */
    void release(WebhookId id);
}
