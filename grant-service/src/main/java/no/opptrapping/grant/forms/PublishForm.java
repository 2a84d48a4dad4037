package no.opptrapping.grant.forms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.IntPredicate;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.ChangeCall;
import no.opptrapping.platform.access.AuditLog;

/**
 * Puts a corrected form in place of what applicants of an announced call are asked: another person than those who wrote
 * it, with a reason that everybody can read. What is submitted stays as it is; of a draft, what still fits stays valid,
 * and the rest is named in what it lacks.
 */
@ApplicationScoped
public class PublishForm {
    /** What became of it. */
    public sealed interface Outcome {
        /** Applicants are asked this version from now on. */
        record Published(FormVersion version) implements Outcome {}

        /** Those who wrote a form may not publish it. */
        record WrittenBySamePerson() implements Outcome {}

        /** It has been published before. */
        record PublishedBefore() implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** The call cannot be corrected: it is not announced, is over, or its deadline has passed. */
        record CallNotCorrected(ChangeCall.Outcome why) implements Outcome {}

        /** There is no such call or version. */
        record Unknown() implements Outcome {}
    }

    private final Forms forms;
    private final Calls calls;
    private final ChangeCall changeCall;
    private final AuditLog audit;
    private final Clock clock;

    PublishForm(Forms forms, Calls calls, ChangeCall changeCall, AuditLog audit, Clock clock) {
        this.forms = forms;
        this.calls = calls;
        this.changeCall = changeCall;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Publishes a draft.
     *
     * @param expected whether the edition that there is, is the one that the caller has read
     * @param reason why the form is corrected, for everybody to read
     */
    @Transactional
    public Outcome publish(CallId call, int number, IntPredicate expected, String reason, String by) {
        var found = calls.lock(call).flatMap(_ -> forms.find(call, number));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        var draft = found.get();
        if (draft.publication().isPresent()) {
            return new Outcome.PublishedBefore();
        }
        if (draft.writers().contains(by)) {
            audit.denied("call.form-published", call.toString(), Map.of("reason", "form.writer-may-not-publish"));
            return new Outcome.WrittenBySamePerson();
        }
        if (!expected.test(draft.edition())) {
            return new Outcome.ChangedMeanwhile();
        }
        var changed = changeCall.correctForm(call, reason, by);
        if (!(changed instanceof ChangeCall.Outcome.Changed)) {
            return new Outcome.CallNotCorrected(changed);
        }
        var published = draft.published(by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        forms.change(published);
        return new Outcome.Published(published);
    }
}
