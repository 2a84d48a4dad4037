package no.opptrapping.grant.applications;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
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
import no.opptrapping.platform.values.MunicipalityId;

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

    /** Submits a draft, or what was returned for completion. */
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
        if (!application.status().isWritten()) {
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
                var judged = attempt.form().map(application::answering).orElse(application);
                return submitted(judged.submitted(host.number(), shares, now));
            }
        }
        refuse(application, now, broken.stream().map(BrokenRule::code).collect(Collectors.toSet()));
        return new Outcome.Refused(broken);
    }

    private Outcome submitted(Application application) {
        applications.change(application);
        outbox.append(ApplicationV1.of(application));
        var facts = new HashMap<>(Map.of("asked", application.asked().toString()));
        application
                .signature()
                .ifPresent(signature -> facts.putAll(Map.of(
                        "signedBy", signature.by().name(),
                        "signedAs", signature.by().function())));
        audit.decision("application.submitted", application.id().toString(), facts);
        return new Outcome.Submitted(application);
    }

    /**
     * Binds the host and everybody who has a share, in one order for all, so that two submissions cannot wait for each
     * other. Whoever was bound by what was returned and has no share any more is set free; when somebody is lost to
     * another application, everything is as it was.
     */
    private List<BrokenRule> claim(Application application, List<ParticipantShare> shares) {
        var before = application.completion().isPresent()
                ? bound(application, application.participants())
                : Set.<MunicipalityId>of();
        var now = bound(application, shares);
        var lost = new ArrayList<BrokenRule>();
        var won = new ArrayList<MunicipalityId>();
        shares.stream()
                .filter(share -> now.contains(share.municipality()) && !before.contains(share.municipality()))
                .sorted(Comparator.comparing(ParticipantShare::municipality))
                .forEach(share -> {
                    if (applications.claim(application.call(), share.municipality(), application.id())) {
                        won.add(share.municipality());
                    } else {
                        lost.add(BrokenRule.of(
                                "application.already-applied",
                                "",
                                "number",
                                share.number().value()));
                    }
                });
        var free = lost.isEmpty()
                ? application.participants().stream()
                        .map(ParticipantShare::municipality)
                        .filter(one -> before.contains(one) && !now.contains(one))
                        .toList()
                : won;
        free.forEach(one -> applications.release(application.id(), one));
        return lost;
    }

    private static Set<MunicipalityId> bound(Application application, List<ParticipantShare> shares) {
        return shares.stream()
                .filter(share -> share.binds(application.host()))
                .map(ParticipantShare::municipality)
                .collect(Collectors.toSet());
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
