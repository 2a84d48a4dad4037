package no.opptrapping.grant.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.VersionCheck;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.cases.Cases;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.statements.StatementPeriod;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.problems.BrokenRule;

/** Assesses (saksbehandler) a submitted application, and changes the assessment until the application is decided. */
@ApplicationScoped
public class AssessApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** The assessment is stored. */
        record Assessed(Assessment assessment) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The application is withdrawn or decided, or not submitted yet. */
        record NotSubmitted(ApplicationStatus status) implements Outcome {}

        /** The call has been called off, so nothing of it is decided. */
        record CallCancelled() implements Outcome {}

        /** The county governor's statement is waited for until then. */
        record AwaitsStatement(Instant due) implements Outcome {}

        /** Another adviser works on the case. */
        record HeldByAnother(String holder) implements Outcome {}

        /** Somebody has assessed it; change that assessment instead. */
        record AssessedBefore(AssessmentId id) implements Outcome {}

        /** Somebody has changed it since the caller read it. */
        record ChangedMeanwhile() implements Outcome {}

        /** There is no such application that is submitted. */
        record UnknownApplication() implements Outcome {}

        /** There is no such assessment. */
        record UnknownAssessment() implements Outcome {}
    }

    private final Assessments assessments;
    private final Applications applications;
    private final Calls calls;
    private final Cases cases;
    private final StatementPeriod statementPeriod;
    private final SchemeVersions versions;
    private final AuditLog audit;
    private final Impartiality impartiality;
    private final Delegation delegation;
    private final Clock clock;

    AssessApplication(
            Assessments assessments,
            Applications applications,
            Calls calls,
            Cases cases,
            StatementPeriod statementPeriod,
            SchemeVersions versions,
            AuditLog audit,
            Impartiality impartiality,
            Delegation delegation,
            Clock clock) {
        this.impartiality = impartiality;
        this.delegation = delegation;
        this.assessments = assessments;
        this.applications = applications;
        this.calls = calls;
        this.cases = cases;
        this.statementPeriod = statementPeriod;
        this.versions = versions;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome assess(ApplicationId id, Judgement judgement, String by) {
        return assess(id, application -> judgement, by);
    }

    /** Assesses one of several applications that are judged alike. */
    @Transactional
    public Outcome assess(ApplicationId id, GeneralJudgement judgement, String by) {
        return assess(id, judgement::of, by);
    }

    private Outcome assess(ApplicationId id, Function<Application, Judgement> judgement, String by) {
        var found = applications.lock(id);
        if (found.isEmpty() || found.get().status() == ApplicationStatus.DRAFT) {
            return new Outcome.UnknownApplication();
        }
        var application = found.get();
        if (!isTheirs(application)) {
            return new Outcome.UnknownApplication();
        }
        var before = assessments.ofApplication(id);
        if (before.isPresent()) {
            return new Outcome.AssessedBefore(before.get().id());
        }
        return judged(application, judgement.apply(application), by, scored -> {
            var made = new Assessment(
                    AssessmentId.random(),
                    application.id(),
                    application.call(),
                    scored,
                    1,
                    by,
                    clock.instant().truncatedTo(ChronoUnit.MICROS));
            assessments.add(made);
            return made;
        });
    }

    @Transactional
    public Outcome change(AssessmentId id, VersionCheck expected, Judgement judgement, String by) {
        var application = assessments.find(id).flatMap(found -> applications.lock(found.application()));
        // Read again now that the application is locked: whoever held the lock may have changed the assessment.
        var current = assessments.find(id);
        if (application.isEmpty() || current.isEmpty() || !isTheirs(application.get())) {
            return new Outcome.UnknownAssessment();
        }
        if (!expected.fits(current.get().version())) {
            return new Outcome.ChangedMeanwhile();
        }
        return judged(application.get(), judgement, by, scored -> {
            var changed = current.get().changed(scored, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
            assessments.change(changed);
            return changed;
        });
    }

    private boolean isTheirs(Application application) {
        return delegation.lets(
                "application.assessed",
                application.id(),
                application.scheme(),
                () -> callOf(application).schemeVersion(),
                application.host());
    }

    private Outcome judged(
            Application application, Judgement judgement, String by, Function<Judgement, Assessment> store) {
        impartiality.require("application.assessed", application.scheme());
        if (application.status() != ApplicationStatus.SUBMITTED) {
            return new Outcome.NotSubmitted(application.status());
        }
        var call = callOf(application);
        if (call.status() == CallStatus.CANCELLED) {
            return new Outcome.CallCancelled();
        }
        var held = cases.holding(application.id()).filter(one -> !one.holder().equals(by));
        if (held.isPresent()) {
            return new Outcome.HeldByAnother(held.get().holder());
        }
        var waitedFor = statementPeriod.waitedForUntil(application, call, clock.instant());
        if (waitedFor.isPresent()) {
            return new Outcome.AwaitsStatement(waitedFor.get());
        }
        var rules = rulesOf(call);
        var criteria = rules.awardCriteria();
        var broken = JudgementRules.brokenBy(
                judgement, application, call, criteria, rules.handlingTerms().reasons());
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var assessment = store.apply(judgement.scoredBy(criteria));
        audit.decision(
                "application.assessed",
                application.id().toString(),
                Map.of(
                        "recommendation", judgement.recommendation().code(),
                        "assessed", judgement.assessed().toString()));
        return new Outcome.Assessed(assessment);
    }

    /** The rules that the call was announced under. */
    private SchemeRules rulesOf(Call call) {
        return call.schemeVersion()
                .flatMap(version -> versions.find(call.scheme(), version))
                .map(SchemeVersion::rules)
                .orElseThrow(() -> new IllegalStateException("Announced under no rules: " + call.id()));
    }

    private Call callOf(Application application) {
        return calls.find(application.call())
                .orElseThrow(() -> new IllegalStateException("An application without its call: " + application.id()));
    }
}
