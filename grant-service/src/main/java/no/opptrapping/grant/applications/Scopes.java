package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.Calls;

/** Tells which applications are in a part of a call, as it is now. */
@ApplicationScoped
@Transactional
public class Scopes {
    private final Calls calls;

    Scopes(Calls calls) {
        this.calls = calls;
    }

    /** The scope of a call that exists. */
    public Scope of(CallPart part) {
        return new Scope(
                calls.find(part.call()).orElseThrow(() -> new IllegalArgumentException("No call " + part.call())),
                part.round());
    }
}
