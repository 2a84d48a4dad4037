package no.opptrapping.grant.rejections;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.assessment.Assessment;
import no.opptrapping.grant.assessment.Assessments;
import no.opptrapping.grant.assessment.Judgement;
import no.opptrapping.grant.assessment.Recommendation;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallPart;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.letters.IssueLetters;
import no.opptrapping.grant.notices.News;
import no.opptrapping.grant.notices.NoticeKind;
import no.opptrapping.grant.notices.Notices;
import no.opptrapping.grant.schemerules.RejectionReason;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;

/**
 * Gives each application that an adopted run has rejected its reason and its letter, in the adoption's transaction: the
 * reason that the adviser chose of the scheme's list, or that the money did not reach.
 */
@ApplicationScoped
public class RejectApplications {
    private final Applications applications;
    private final Assessments assessments;
    private final Calls calls;
    private final SchemeVersions versions;
    private final Rejections rejections;
    private final RejectionLetter letter;
    private final IssueLetters issueLetters;
    private final Notices notices;
    private final KnownOffices offices;

    RejectApplications(
            Applications applications,
            Assessments assessments,
            Calls calls,
            SchemeVersions versions,
            Rejections rejections,
            RejectionLetter letter,
            IssueLetters issueLetters,
            Notices notices,
            KnownOffices offices) {
        this.offices = offices;
        this.applications = applications;
        this.assessments = assessments;
        this.calls = calls;
        this.versions = versions;
        this.rejections = rejections;
        this.letter = letter;
        this.issueLetters = issueLetters;
        this.notices = notices;
    }

    /**
     * Writes why, and the letters, of applications that have just been rejected.
     *
     * @param part the call that they answered, and the office that decided them
     * @param run the run that decided them
     * @param at when it was adopted
     */
    @Transactional(TxType.MANDATORY)
    public void of(CallPart part, List<ApplicationId> rejected, UUID run, Instant at) {
        if (!rejected.isEmpty()) {
            var cases = cases(part.call(), part.office(), rejected, run, at, Optional.empty());
            issueLetters.issue(cases.stream().map(letter::of).toList());
        }
    }

    /**
     * The same of applications that had money of the run that another corrects, and have none by that one: a letter that takes
     * the place of any earlier one about its rejection.
     *
     * @param office the county governor's office that decides the correction; empty: the Directorate
     * @param why the reason of the correction
     */
    @Transactional(TxType.MANDATORY)
    public void byCorrection(
            Map<CallId, List<ApplicationId>> rejected,
            Optional<CountyGovernorOfficeId> office,
            UUID run,
            Instant at,
            LocalisedText why) {
        rejected.forEach((id, among) -> cases(id, office, among, run, at, Optional.of(why)).stream()
                .map(letter::of)
                .forEach(issueLetters::renew));
    }

    /** Stored and told to their hosts. */
    private List<RejectionLetter.Case> cases(
            CallId id,
            Optional<CountyGovernorOfficeId> decider,
            List<ApplicationId> rejected,
            UUID run,
            Instant at,
            Optional<LocalisedText> correction) {
        var office = decider.map(one -> offices.get().name(one, BusinessDates.of(at)));
        var call = calls.find(id).orElseThrow(() -> new IllegalArgumentException("No call " + id));
        var rules = rulesOf(call);
        var judgements = assessments.ofCall(id).stream()
                .collect(Collectors.toMap(Assessment::application, Assessment::judgement));
        var among = List.copyOf(rejected);
        var cases = applications.applied(id).stream()
                .filter(one -> among.contains(one.id()))
                .map(application -> new RejectionLetter.Case(
                        application,
                        call,
                        rules,
                        rejection(application, Optional.ofNullable(judgements.get(application.id())), rules, run, at),
                        office,
                        Optional.ofNullable(judgements.get(application.id())).map(Judgement::assessed),
                        correction))
                .toList();
        rejections.add(cases.stream().map(RejectionLetter.Case::rejection).toList());
        notices.tellEach(cases.stream().map(RejectApplications::news).toList());
        return cases;
    }

    private SchemeRules rulesOf(Call call) {
        return call.schemeVersion()
                .flatMap(version -> versions.find(call.scheme(), version))
                .map(version -> version.rules())
                .orElseThrow(() -> new IllegalStateException("Announced under no rules: " + call.id()));
    }

    private static Rejection rejection(
            Application application, Optional<Judgement> judgement, SchemeRules rules, UUID run, Instant at) {
        var refused = judgement.filter(one -> one.recommendation() == Recommendation.REJECT);
        var reasons = rules.handlingTerms().reasons().stream()
                .collect(Collectors.toMap(RejectionReason::code, Function.identity()));
        var chosen = refused.flatMap(Judgement::rejectionReason).map(reasons::get);
        return new Rejection(
                application.id(),
                chosen.map(RejectionReason::code)
                        .orElse(refused.isPresent() ? Rejection.ASSESSMENT : Rejection.NO_MONEY_LEFT),
                chosen.map(RejectionReason::text),
                refused.map(Judgement::reasons),
                run,
                at);
    }

    private static Notices.Addressed news(RejectionLetter.Case one) {
        return new Notices.Addressed(
                one.application().host(),
                News.of(
                        NoticeKind.APPLICATION_REJECTED,
                        "/v1/applications/" + one.application().id(),
                        Map.of(
                                "reference", one.application().reference(),
                                "call", one.call().title())));
    }
}
