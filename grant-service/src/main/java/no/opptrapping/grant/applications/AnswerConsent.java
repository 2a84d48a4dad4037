package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.jspecify.annotations.Nullable;

/** A participant's answer whether it takes part in a joint application; it can be given anew until the submission. */
@ApplicationScoped
public class AnswerConsent {
    /** What became of it. */
    public sealed interface Outcome {
        /** The answer stands. */
        record Answered(Application application) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It is submitted or was taken back, so there is nothing to answer; a participant can set itself free. */
        record NotWritten(ApplicationStatus status) implements Outcome {}

        /** Nobody has asked the municipality, as far as it may know. */
        record UnknownApplication() implements Outcome {}
    }

    /**
     * The answer as it is given.
     *
     * @param share that it takes part with: what it was asked for last
     * @param reason why it does not take part
     */
    public record Given(
            boolean agreed,
            Kroner share,
            Signatory by,
            @Nullable String reason) {}

    private final Applications applications;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    AnswerConsent(Applications applications, CallerSight sight, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome answer(ApplicationId id, Given given) {
        var found = applications.lock(id);
        var asked = found.flatMap(application -> asked(application, sight.get()));
        if (found.isPresent() && asked.isEmpty()) {
            sight.refused("application.consent-answered", id.toString());
        }
        return found.flatMap(application -> asked.map(consent -> answer(application, consent, given)))
                .orElseGet(Outcome.UnknownApplication::new);
    }

    private static Optional<Consent> asked(Application application, Sight sight) {
        return application.consents().stream()
                .filter(one -> sight instanceof Sight.Own own && own.covers(one.municipality()))
                .findFirst();
    }

    private Outcome answer(Application application, Consent consent, Given given) {
        if (!application.status().isWritten()) {
            return new Outcome.NotWritten(application.status());
        }
        if (!consent.share().equals(given.share())) {
            return new Outcome.Refused(List.of(BrokenRule.of(
                    "application.asked-for-other-share", "/share", "asked", consent.share(), "share", given.share())));
        }
        var consents = new ArrayList<>(application.consents());
        consents.set(
                consents.indexOf(consent),
                consent.answered(new Consent.Answer(
                        given.agreed(), given.by(), clock.instant().truncatedTo(ChronoUnit.MICROS), given.reason())));
        var answered = application.with(consents);
        applications.change(answered);
        audit.decision(
                "application.consent-answered",
                application.id().toString(),
                Map.of(
                        "number",
                        consent.number().value(),
                        "agreed",
                        String.valueOf(given.agreed()),
                        "share",
                        given.share().toString(),
                        "by",
                        given.by().name()));
        return new Outcome.Answered(answered);
    }
}
