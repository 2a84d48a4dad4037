package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.opptrapping.platform.events.Outbox;

/** Says that a part of a call is decided, and closes it with the last, in the transaction that decides them. */
@ApplicationScoped
public class CloseCall {
    private final Calls calls;
    private final Outbox outbox;

    CloseCall(Calls calls, Outbox outbox) {
        this.calls = calls;
        this.outbox = outbox;
    }

    /**
     * Says so of a call that the caller has locked and found announced.
     *
     * @param wholly nothing of it is left to decide
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void decided(Call call, CallParts.Decided part, boolean wholly) {
        if (call.status() != CallStatus.ANNOUNCED) {
            throw new IllegalStateException("Only an announced call can be decided: " + call.id());
        }
        var now = wholly ? call.closed(part) : call.decided(part);
        calls.change(now);
        outbox.append(CallV1.of(now));
    }
}
