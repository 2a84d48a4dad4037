package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPhase;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.calls.NumberedRound;
import no.opptrapping.grant.dispensations.OwnDeadline;
import no.opptrapping.grant.forms.Answers;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.grant.forms.CompiledForms;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins and changes a draft of an application, which may be incomplete, and says what is missing in it. */
@ApplicationScoped
public class DraftApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /**
         * The draft is stored; what is missing must be there before it is submitted.
         *
         * @param round the round of its call that decides it as it is now; empty for a call without rounds
         */
        record Drafted(Application application, List<BrokenRule> missing, Optional<NumberedRound> round)
                implements Outcome {}

        /** What is answered cannot be kept: it answers another form than the call's, or nothing that it asks. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** There is no such call that is announced. */
        record UnknownCall() implements Outcome {}

        /** The municipality has as many drafts of the call as it may have. */
        record TooManyDrafts(int most) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}

        /** It is submitted already, so it cannot be changed. */
        record NoLongerADraft(ApplicationStatus status) implements Outcome {}

        /** A draft belongs to one call for good. */
        record OtherCall() implements Outcome {}

        /** The call takes no more work: its deadline has passed, it is decided or it has been called off. */
        record CallOver(CallPhase phase) implements Outcome {}

        /** The time to complete what was returned is over. */
        record CompletionOver(Instant completeBy) implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final CompiledForms forms;
    private final Attempts attempts;
    private final Scopes scopes;
    private final OwnDeadline ownDeadline;
    private final Clock clock;
    private final int mostDrafts;

    DraftApplication(
            Applications applications,
            Calls calls,
            CompiledForms forms,
            Attempts attempts,
            Scopes scopes,
            OwnDeadline ownDeadline,
            Clock clock,
            @ConfigProperty(name = "opptrapping.applications.most-drafts") int mostDrafts) {
        this.applications = applications;
        this.calls = calls;
        this.forms = forms;
        this.attempts = attempts;
        this.scopes = scopes;
        this.ownDeadline = ownDeadline;
        this.clock = clock;
        this.mostDrafts = mostDrafts;
    }

    /** Begins a draft of the municipality that calls. */
    @Transactional
    public Outcome begin(KnownMunicipality host, CallId id, ApplicationContent content) {
        return calls.find(id)
                .filter(call -> call.status() != CallStatus.DRAFT)
                .map(call -> begin(host, call, content))
                .orElseGet(Outcome.UnknownCall::new);
    }

    private Outcome begin(KnownMunicipality host, Call call, ApplicationContent content) {
        var over = over(call, host);
        if (over.isPresent()) {
            return over.get();
        }
        var form = forms.inForce(call.id());
        var answered = AnsweredForm.of(content, form, Answers.none());
        if (!answered.broken().isEmpty()) {
            return new Outcome.Refused(answered.broken());
        }
        return applications.lockDrafts(call.id(), host.id()) < mostDrafts
                ? drafted(applications.add(draft(host, call, answered.content())), call, form, host)
                : new Outcome.TooManyDrafts(mostDrafts);
    }

    /** What somebody writes of a draft, of the call that it says. */
    public record Written(CallId call, ApplicationContent content) {}

    /**
     * Writes a draft, if its version is still the one that the caller has read.
     *
     * @param written makes what is to stand there of what stands there now
     */
    @Transactional
    public Outcome change(
            KnownMunicipality host, ApplicationId id, VersionCheck expected, Function<Application, Written> written) {
        var found = applications.lock(id).filter(application -> application.isHostedBy(host));
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        if (!expected.fits(application.version())) {
            return new Outcome.ChangedMeanwhile();
        }
        if (!application.status().isWritten()) {
            return new Outcome.NoLongerADraft(application.status());
        }
        var call = calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + id));
        var over = application.completion().map(this::over).orElseGet(() -> over(call, host));
        if (over.isPresent()) {
            return over.get();
        }
        var anew = written.apply(application);
        return anew.call().equals(call.id())
                ? change(application, anew.content(), call, host)
                : new Outcome.OtherCall();
    }

    private Outcome change(Application application, ApplicationContent content, Call call, KnownMunicipality host) {
        var form = forms.inForce(call.id());
        var before = application.content();
        var answered = AnsweredForm.of(content, form, before.answersByName());
        if (!answered.broken().isEmpty()) {
            return new Outcome.Refused(answered.broken());
        }
        var changed = application.changed(answered.content().after(before));
        applications.change(changed);
        return drafted(changed, call, form, host);
    }

    private Optional<Outcome> over(Completion completion) {
        return completion.isOpen(clock.instant())
                ? Optional.empty()
                : Optional.of(new Outcome.CompletionOver(completion.completeBy()));
    }

    private Optional<Outcome> over(Call call, KnownMunicipality host) {
        var now = clock.instant();
        var phase = ownDeadline.of(call, host.id(), now).phase(now);
        return switch (phase) {
            case DRAFT, SCHEDULED, OPEN -> Optional.empty();
            case CLOSED, DECIDED, CANCELLED -> Optional.of(new Outcome.CallOver(phase));
        };
    }

    private Outcome drafted(Application application, Call call, Optional<CompiledForm> form, KnownMunicipality host) {
        var attempt = attempts.of(application, call, form, host, clock.instant());
        return new Outcome.Drafted(
                application, SubmissionRules.brokenByContent(attempt), scopes.roundOf(application, call));
    }

    private Application draft(KnownMunicipality host, Call call, ApplicationContent content) {
        return new Application(
                ApplicationId.random(),
                "",
                call.id(),
                call.scheme(),
                call.year(),
                host.id(),
                host.number(),
                content,
                ApplicationStatus.DRAFT,
                1,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }
}
