package no.opptrapping.grant.calls;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.opptrapping.platform.events.Outbox;

/** Closes a call when its applications are decided, in the transaction that decides them. */
@ApplicationScoped
public class CloseCall {
    private final Calls calls;
    private final Outbox outbox;

    CloseCall(Calls calls, Outbox outbox) {
        this.calls = calls;
        this.outbox = outbox;
    }

    /** Closes a call that the caller has locked and found announced. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(Call call) {
        if (call.status() != CallStatus.ANNOUNCED) {
            throw new IllegalStateException("Only an announced call can be closed: " + call.id());
        }
        var closed = call.closed();
        calls.change(closed);
        outbox.append(CallV1.of(closed));
    }
}
