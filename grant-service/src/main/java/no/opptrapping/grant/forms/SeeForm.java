package no.opptrapping.grant.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CurrentCaller;

/** Shows what a call asks: everybody from its announcement on, what is prepared only to those who prepare it. */
@ApplicationScoped
@Transactional
public class SeeForm {
    /**
     * What a call asks.
     *
     * @param form besides the typed core; empty when that is all
     */
    public record Seen(Call call, Optional<FormVersion> form) {}

    private final Forms forms;
    private final Calls calls;
    private final CurrentCaller caller;

    SeeForm(Forms forms, Calls calls, CurrentCaller caller) {
        this.forms = forms;
        this.calls = calls;
        this.caller = caller;
    }

    /** What applicants are asked now; of a call that is prepared, what they are going to be asked. */
    public Optional<Seen> current(CallId id) {
        return visible(id)
                .map(call -> new Seen(
                        call,
                        call.status() == CallStatus.DRAFT
                                ? forms.newest(id)
                                : forms.inForce(id).flatMap(number -> forms.find(id, number))));
    }

    /** One version of it. */
    public Optional<Seen> version(CallId id, int number) {
        return visible(id)
                .flatMap(call -> forms.find(id, number)
                        .filter(form -> preparesCalls() || form.publication().isPresent())
                        .map(form -> new Seen(call, Optional.of(form))));
    }

    private Optional<Call> visible(CallId id) {
        return calls.find(id).filter(call -> preparesCalls() || call.status() != CallStatus.DRAFT);
    }

    private boolean preparesCalls() {
        return caller.get() instanceof Caller.Staff;
    }
}
