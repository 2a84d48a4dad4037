package no.opptrapping.grant.forms;

import java.util.Optional;
import no.opptrapping.grant.calls.CallId;

/** The versions of calls' forms. */
public interface Forms {
    Optional<FormVersion> find(CallId call, int number);

    /** The newest version, a draft or not. */
    Optional<FormVersion> newest(CallId call);

    /** The number of the newest version that is published; empty when the call asks nothing besides the typed core. */
    Optional<Integer> inForce(CallId call);

    /** Stores a draft of a call that the caller has locked. */
    void add(FormVersion draft);

    /** Stores a changed version of a call that the caller has locked. */
    void change(FormVersion version);
}
