package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Signs an application for the municipality, as its own system states who does. The signature is of the application as
 * it is: whoever changes it takes the signature away.
 */
@ApplicationScoped
public class SignApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is signed. */
        record Signed(Application application) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It is submitted already. */
        record NotWritten(ApplicationStatus status) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final Attempts attempts;
    private final AuditLog audit;
    private final Clock clock;

    SignApplication(Applications applications, Calls calls, Attempts attempts, AuditLog audit, Clock clock) {
        this.applications = applications;
        this.calls = calls;
        this.attempts = attempts;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome sign(KnownMunicipality host, ApplicationId id, Signatory signatory) {
        var found = applications.lock(id).filter(application -> application.isHostedBy(host));
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        if (!application.status().isWritten()) {
            return new Outcome.NotWritten(application.status());
        }
        var call = calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + id));
        var broken = SignatureRules.brokenBy(application.content(), signatory, "/name", attempts.rules(call));
        return broken.isEmpty() ? signed(application, signatory) : new Outcome.Refused(broken);
    }

    private Outcome signed(Application application, Signatory signatory) {
        var signed = application.signed(signatory, clock.instant().truncatedTo(ChronoUnit.MICROS));
        applications.change(signed);
        audit.decision(
                "application.signed",
                application.id().toString(),
                Map.of("signedBy", signatory.name(), "signedAs", signatory.function()));
        return new Outcome.Signed(signed);
    }
}
