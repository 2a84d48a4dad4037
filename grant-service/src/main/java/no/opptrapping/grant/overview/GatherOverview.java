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
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.SeeAwards;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.conversation.Conversations;
import no.opptrapping.grant.overview.Overview.Act;
import no.opptrapping.grant.overview.Overview.Deadline;
import no.opptrapping.grant.overview.Overview.Missing;
import no.opptrapping.grant.overview.Overview.SchemeContact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.MunicipalityId;

/** Gathers a municipality's overview from every room. */
@ApplicationScoped
public class GatherOverview {
    private static final int MOST = 500;

    private final Calls calls;
    private final FindApplications findApplications;
    private final SeeAwards seeAwards;
    private final Sums sums;
    private final Schemes schemes;
    private final Conversations conversations;
    private final Clock clock;

    GatherOverview(
            Calls calls,
            FindApplications findApplications,
            SeeAwards seeAwards,
            Sums sums,
            Schemes schemes,
            Conversations conversations,
            Clock clock) {
        this.calls = calls;
        this.findApplications = findApplications;
        this.seeAwards = seeAwards;
        this.sums = sums;
        this.schemes = schemes;
        this.conversations = conversations;
        this.clock = clock;
    }

    /** Gathers it for the municipality, which is the one that calls. */
    @Transactional
    public Overview of(KnownMunicipality municipality) {
        var open = openCalls();
        var drafts = findApplications.drafts(municipality);
        var recipients = seeAwards.recipients();
        var awards = seeAwards.outstanding(recipients, MOST);
        return new Overview(
                municipality,
                Stream.of(
                                toApplyFor(municipality.id(), open),
                                toSubmit(open, drafts),
                                toAccept(awards),
                                toReport(awards))
                        .flatMap(List::stream)
                        .sorted(Comparator.comparing(Deadline::on).thenComparing(Deadline::where))
                        .toList(),
                Stream.concat(missing(open, drafts, awards).stream(), answersOwed(recipients))
                        .toList(),
                sums.money(municipality.id(), recipients),
                contacts(open, sums.schemes(municipality.id(), recipients)));
    }

    private List<Call> openCalls() {
        var now = clock.instant();
        return calls.list(new Calls.Filter(Set.of(CallStatus.ANNOUNCED), null, null), null, MOST).stream()
                .filter(call -> call.isOnTime(now))
                .toList();
    }

    private List<Deadline> toApplyFor(MunicipalityId municipality, List<Call> open) {
        var begun = sums.begun(municipality, open.stream().map(Call::id).collect(Collectors.toSet()));
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

    private static List<Deadline> toAccept(List<Award> awards) {
        return awards.stream()
                .filter(award -> award.status() == AwardStatus.AWARDED)
                .map(award -> new Deadline(
                        Act.ACCEPT,
                        award.acceptBy(),
                        Optional.empty(),
                        "/v1/awards/" + award.id(),
                        award.purpose().name()))
                .toList();
    }

    /** What has not been paid, or not been accounted for, is still to be reported. */
    private static List<Deadline> toReport(List<Award> awards) {
        return awards.stream()
                .map(award -> new Deadline(
                        Act.REPORT,
                        award.reporting().dueOn(),
                        Optional.empty(),
                        "/v1/reports?year=" + award.year(),
                        award.purpose().name()))
                .distinct()
                .toList();
    }

    private static List<Missing> missing(List<Call> open, List<FindApplications.Found> drafts, List<Award> awards) {
        var missing = new ArrayList<Missing>();
        drafts.stream()
                .filter(draft -> find(open, draft.application().call()).isPresent())
                .filter(draft -> !draft.missing().isEmpty())
                .forEach(draft -> missing.add(
                        new Missing("/v1/applications/" + draft.application().id(), draft.missing())));
        awards.stream()
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

    private Stream<Missing> answersOwed(Set<MunicipalityId> hosts) {
        return conversations.owedBy(hosts, MOST).stream()
                .map(one -> new Missing(
                        "/v1/applications/" + one.application() + "/conversation",
                        List.of(BrokenRule.of(
                                "overview.answer-owed",
                                "",
                                "reference",
                                one.reference(),
                                "since",
                                BusinessDates.of(one.since())))));
    }

    private static Optional<Call> find(List<Call> open, CallId id) {
        return open.stream().filter(call -> call.id().equals(id)).findFirst();
    }

    private List<SchemeContact> contacts(List<Call> open, List<SchemeId> own) {
        return Stream.concat(open.stream().map(Call::scheme), own.stream())
                .distinct()
                .sorted(Comparator.comparing(SchemeId::toString))
                .flatMap(id -> schemes.find(id).stream())
                .map(scheme -> new SchemeContact(scheme.name(), scheme.contact()))
                .toList();
    }
}
