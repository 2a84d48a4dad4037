package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.NumberStatus;
import no.opptrapping.platform.time.Received;
import no.opptrapping.platform.values.Kroner;

/** Submits an application, or says every rule that stands in the way; a refusal is counted for good. */
@ApplicationScoped
public class SubmitApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is submitted and can no longer be changed. */
        record Submitted(Application application) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** It was submitted before. */
        record NotADraft(ApplicationStatus status) implements Outcome {}

        /** Nothing that the municipality has is called so. */
        record UnknownApplication() implements Outcome {}
    }

    private final Applications applications;
    private final Calls calls;
    private final Attempts attempts;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Received received;

    SubmitApplication(
            Applications applications,
            Calls calls,
            Attempts attempts,
            Outbox outbox,
            AuditLog audit,
            Received received) {
        this.applications = applications;
        this.calls = calls;
        this.attempts = attempts;
        this.outbox = outbox;
        this.audit = audit;
        this.received = received;
    }

    @Transactional
    public Outcome submit(KnownMunicipality host, ApplicationId id) {
        var found = applications.lock(id).filter(application -> application.isHostedBy(host));
        if (found.isEmpty()) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        // Held until the end, so that whoever decides the call's applications sees this one or comes first.
        var call = calls.lockShared(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + id));
        var now = received.at();
        if (application.status() != ApplicationStatus.DRAFT) {
            refuse(application, now, Set.of("application.not-a-draft"));
            return new Outcome.NotADraft(application.status());
        }
        return judge(application, call, host, now);
    }

    private Outcome judge(Application application, Call call, KnownMunicipality host, Instant now) {
        var attempt = attempts.of(application, call, host, now);
        var broken = SubmissionRules.brokenBy(attempt);
        if (broken.isEmpty()) {
            var shares = shares(attempt);
            broken = claim(application, shares);
            if (broken.isEmpty()) {
                return submitted(application.submitted(host.number(), shares, now));
            }
        }
        refuse(application, now, broken.stream().map(BrokenRule::code).collect(Collectors.toSet()));
        return new Outcome.Refused(broken);
    }

    private Outcome submitted(Application application) {
        applications.change(application);
        outbox.append(ApplicationV1.of(application));
        audit.decision(
                "application.submitted",
                application.id().toString(),
                Map.of("asked", application.asked().toString()));
        return new Outcome.Submitted(application);
    }

    /**
     * Binds the host and everybody who has a share, in one order for all, so that two submissions cannot wait for each
     * other.
     */
    private List<BrokenRule> claim(Application application, List<ParticipantShare> shares) {
        var lost = new ArrayList<BrokenRule>();
        shares.stream()
                .filter(share -> share.binds(application.host()))
                .sorted(Comparator.comparing(ParticipantShare::municipality))
                .filter(share -> !applications.claim(application.call(), share.municipality(), application.id()))
                .forEach(share -> lost.add(BrokenRule.of(
                        "application.already-applied",
                        "",
                        "number",
                        share.number().value())));
        if (!lost.isEmpty()) {
            applications.release(application.id());
        }
        return lost;
    }

    private void refuse(Application application, Instant at, Set<String> codes) {
        applications.count(new Applications.RefusedSubmission(application, at, codes));
    }

    private static List<ParticipantShare> shares(SubmissionRules.Attempt attempt) {
        var content = attempt.content();
        var host = attempt.host();
        if (!content.isJoint()) {
            var asked = content.asked();
            return List.of(new ParticipantShare(host.id(), host.number(), asked == null ? Kroner.ZERO : asked));
        }
        return content.participants().stream()
                .map(participant -> {
                    if (participant.number() != null
                            && participant.share() != null
                            && attempt.numbers().get(participant.number())
                                    instanceof NumberStatus.Valid(var municipality)) {
                        return new ParticipantShare(municipality.id(), municipality.number(), participant.share());
                    }
                    throw new IllegalStateException("A participant that the rules have let through is incomplete");
                })
                .toList();
    }
}
