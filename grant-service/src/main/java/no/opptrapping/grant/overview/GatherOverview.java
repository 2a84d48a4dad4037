package no.opptrapping.grant.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.grant.ledger.AwardStanding;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.overview.Overview.Act;
import no.opptrapping.grant.overview.Overview.Deadline;
import no.opptrapping.grant.overview.Overview.Missing;
import no.opptrapping.grant.overview.Overview.SchemeContact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;

/** Gathers a municipality's overview from every room. */
@ApplicationScoped
public class GatherOverview {
    private static final int MOST = 500;

    private final Calls calls;
    private final Applications applications;
    private final FindApplications findApplications;
    private final SeeAwards seeAwards;
    private final Ledger ledger;
    private final Schemes schemes;
    private final Clock clock;

    GatherOverview(
            Calls calls,
            Applications applications,
            FindApplications findApplications,
            SeeAwards seeAwards,
            Ledger ledger,
            Schemes schemes,
            Clock clock) {
        this.calls = calls;
        this.applications = applications;
        this.findApplications = findApplications;
        this.seeAwards = seeAwards;
        this.ledger = ledger;
        this.schemes = schemes;
        this.clock = clock;
    }

    /** An award and how it stands according to the ledger. */
    private record Standing(Award award, Optional<AwardStanding> standing) {
        Kroner on(Account account) {
            return standing.map(known -> known.on(account)).orElse(Kroner.ZERO);
        }

        boolean isReported() {
            return standing.map(AwardStanding::state)
                    .filter(AwardStanding.State.REPORTED::equals)
                    .isPresent();
        }
    }

    /**
     * Gathers it.
     *
     * @param caller who calls, with the rights of the municipality
     */
    @Transactional
    public Overview of(KnownMunicipality municipality, Caller caller) {
        var open = openCalls();
        var own = applications.list(new Applications.Filter(municipality.id(), null, null, false, null), "", MOST);
        var drafts = findApplications.drafts(municipality);
        var awards = awards(caller);
        return new Overview(
                municipality,
                Stream.of(toApplyFor(open, own), toSubmit(open, drafts), toAccept(awards), toReport(awards))
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Deadline::on).thenComparing(Deadline::where))
                        .toList(),
                missing(open, drafts, awards),
                money(own, awards),
                contacts(open, own, awards));
    }

    private List<Call> openCalls() {
        var now = clock.instant();
        return calls.list(new Calls.Filter(Set.of(CallStatus.ANNOUNCED), null, null), null, MOST).stream()
                .filter(call -> call.isOnTime(now))
                .toList();
    }

    private List<Standing> awards(Caller caller) {
        var filter = new Awards.Filter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return seeAwards.list(filter, caller, "", MOST).stream()
                .filter(Award::isValid)
                .map(award -> new Standing(award, ledger.standing(award.id().value())))
                .toList();
    }

    private static List<Deadline> toApplyFor(List<Call> open, List<Application> own) {
        var begun = own.stream()
                .filter(application -> application.status() != ApplicationStatus.WITHDRAWN)
                .map(Application::call)
                .collect(Collectors.toSet());
        return open.stream()
                .filter(call -> !begun.contains(call.id()))
                .map(call -> deadline(Act.APPLY, call, "/v1/calls/" + call.id()))
                .toList();
    }

    private static List<Deadline> toSubmit(List<Call> open, List<FindApplications.Found> drafts) {
        return drafts.stream()
                .flatMap(draft -> find(open, draft.application().call())
                        .map(call -> deadline(
                                Act.SUBMIT,
                                call,
                                "/v1/applications/" + draft.application().id()))
                        .stream())
                .toList();
    }

    private static Deadline deadline(Act act, Call call, String where) {
        var last = LastMoment.of(call.deadline());
        return new Deadline(act, last.day(), Optional.of(last.time()), where, call.title());
    }

    private static List<Deadline> toAccept(List<Standing> awards) {
        return awards.stream()
                .map(Standing::award)
                .filter(award -> award.status() == AwardStatus.AWARDED)
                .map(award -> new Deadline(
                        Act.ACCEPT,
                        award.acceptBy(),
                        Optional.empty(),
                        "/v1/awards/" + award.id(),
                        award.purpose().name()))
                .toList();
    }

    private static List<Deadline> toReport(List<Standing> awards) {
        return awards.stream()
                .filter(standing -> !standing.isReported())
                .map(Standing::award)
                .map(award -> new Deadline(
                        Act.REPORT,
                        award.reporting().dueOn(),
                        Optional.empty(),
                        "/v1/reports?year=" + award.year(),
                        award.purpose().name()))
                .distinct()
                .toList();
    }

    private static List<Missing> missing(List<Call> open, List<FindApplications.Found> drafts, List<Standing> awards) {
        var missing = new ArrayList<Missing>();
        drafts.stream()
                .filter(draft -> find(open, draft.application().call()).isPresent())
                .filter(draft -> !draft.missing().isEmpty())
                .forEach(draft -> missing.add(
                        new Missing("/v1/applications/" + draft.application().id(), draft.missing())));
        awards.stream()
                .map(Standing::award)
                .filter(award -> award.status() == AwardStatus.AWARDED)
                .forEach(award -> missing.add(new Missing(
                        "/v1/awards/" + award.id() + "/acceptance",
                        List.of(BrokenRule.of(
                                "overview.award-not-accepted",
                                "",
                                "reference",
                                award.reference(),
                                "amount",
                                award.amount())))));
        return missing;
    }

    private static Optional<Call> find(List<Call> open, CallId id) {
        return open.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    private static Overview.Money money(List<Application> own, List<Standing> awards) {
        return new Overview.Money(
                Kroner.sum(own.stream()
                        .filter(application -> application.submittedAt().isPresent()
                                && application.withdrawal().isEmpty())
                        .map(Application::asked)
                        .toList()),
                sum(awards, Account.AWARDED),
                sum(awards, Account.PAID_UNREPORTED, Account.SPENT, Account.UNSPENT),
                sum(awards, Account.SPENT),
                sum(awards, Account.UNSPENT),
                sum(awards, Account.AWARDED_UNPAID, Account.PAID_UNREPORTED));
    }

    private static Kroner sum(List<Standing> awards, Account... accounts) {
        return Kroner.sum(awards.stream()
                .flatMap(standing -> Stream.of(accounts).map(standing::on))
                .toList());
    }

    private List<SchemeContact> contacts(List<Call> open, List<Application> own, List<Standing> awards) {
        return Stream.of(
                        open.stream().map(Call::scheme),
                        own.stream().map(Application::scheme),
                        awards.stream()
                                .map(standing -> standing.award().purpose().scheme()))
                .flatMap(ids -> ids)
                .distinct()
                .sorted(Comparator.comparing(SchemeId::toString))
                .flatMap(id -> schemes.find(id).stream())
                .map(scheme -> new SchemeContact(scheme.name(), scheme.contact()))
                .toList();
    }
}
