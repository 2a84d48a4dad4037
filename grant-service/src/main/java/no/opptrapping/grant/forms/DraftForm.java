package no.opptrapping.grant.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/**
 * Drafts the form of a call, and changes the draft until the call is announced; of an announced call the next version,
 * which puts the form right when another person publishes it.
 */
@ApplicationScoped
public class DraftForm {
    /** What became of it. */
    public sealed interface Outcome {
        /** The draft is stored. */
        record Drafted(FormVersion draft) implements Outcome {}

        /** There is a draft; change that one. */
        record DraftedBefore(int number) implements Outcome {}

        /** Applicants are asked it already, so it stays as it is. */
        record Published() implements Outcome {}

        /** The call is decided or called off. */
        record CallOver(CallStatus status) implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** There is no such call or version. */
        record Unknown() implements Outcome {}
    }

    private final Forms forms;
    private final Calls calls;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DraftForm(Forms forms, Calls calls, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.forms = forms;
        this.calls = calls;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    /** Drafts the call's first form, or the one after what applicants are asked now. */
    @Transactional
    public Outcome draft(CallId id, FormContent content, String by) {
        var call = calls.lock(id);
        if (call.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("call.form-drafted", call.get().scheme());
        var over = over(call.get());
        if (over.isPresent()) {
            return over.get();
        }
        var newest = forms.newest(id);
        if (newest.isPresent() && newest.get().publication().isEmpty()) {
            return new Outcome.DraftedBefore(newest.get().number());
        }
        var number = newest.map(FormVersion::number).orElse(0) + 1;
        var draft = FormVersion.draft(id, number, content, by, now());
        forms.add(draft);
        return drafted(draft);
    }

    /**
     * Writes the draft anew.
     *
     * @param expected whether the edition that there is, is the one that the caller has read
     */
    @Transactional
    public Outcome change(CallId id, int number, IntPredicate expected, FormContent content, String by) {
        var call = calls.lock(id);
        var found = call.flatMap(_ -> forms.find(id, number));
        if (call.isEmpty() || found.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("call.form-drafted", call.get().scheme());
        if (found.get().publication().isPresent()) {
            return new Outcome.Published();
        }
        var over = over(call.get());
        if (over.isPresent()) {
            return over.get();
        }
        if (!expected.test(found.get().edition())) {
            return new Outcome.ChangedMeanwhile();
        }
        var changed = found.get().changed(content, by, now());
        forms.change(changed);
        return drafted(changed);
    }

    private static Optional<Outcome> over(Call call) {
        return switch (call.status()) {
            case DRAFT, ANNOUNCED -> Optional.empty();
            case CLOSED, CANCELLED -> Optional.of(new Outcome.CallOver(call.status()));
        };
    }

    private Outcome drafted(FormVersion draft) {
        audit.decision(
                "call.form-drafted",
                draft.call().toString(),
                Map.of("version", Integer.toString(draft.number()), "edition", Integer.toString(draft.edition())));
        return new Outcome.Drafted(draft);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
