package no.opptrapping.grant.renewals;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.applications.DraftApplication;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.forms.CompiledForms;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;

/**
 * Begins an application as a renewal: with what the municipality, and those that it has taken over from, applied for the
 * last time under the scheme, and with what the report of it says so far. A call is renewed once; who asks again is given
 * the draft that there is.
 */
@ApplicationScoped
public class RenewApplication {
    /** What became of it. */
    public sealed interface Outcome {
        /** The draft, what it lacks, and what of the earlier applications is not in it. */
        record Renewed(Application draft, List<BrokenRule> missing, List<NotCarried> left) implements Outcome {}

        /** It was renewed before, and the draft is there. */
        record RenewedBefore(Application draft, List<BrokenRule> missing) implements Outcome {}

        /** The municipality has not applied under the scheme for an earlier year. */
        record NothingToRenew() implements Outcome {}

        /** A draft cannot be begun. */
        record NotBegun(DraftApplication.Outcome why) implements Outcome {}
    }

    private static final int MOST_DRAFTS = 100;
    private static final int MOST_AWARDS = 100;

    private final Applications applications;
    private final DraftApplication draftApplication;
    private final FindApplications findApplications;
    private final Calls calls;
    private final CompiledForms forms;
    private final Awards awards;
    private final Reports reports;

    RenewApplication(
            Applications applications,
            DraftApplication draftApplication,
            FindApplications findApplications,
            Calls calls,
            CompiledForms forms,
            Awards awards,
            Reports reports) {
        this.applications = applications;
        this.draftApplication = draftApplication;
        this.findApplications = findApplications;
        this.calls = calls;
        this.forms = forms;
        this.awards = awards;
        this.reports = reports;
    }

    @Transactional
    public Outcome renew(KnownMunicipality host, CallId id) {
        return calls.find(id)
                .filter(call -> call.status() != CallStatus.DRAFT)
                .map(call -> renew(host, call))
                .orElseGet(() -> new Outcome.NotBegun(new DraftApplication.Outcome.UnknownCall()));
    }

    private Outcome renew(KnownMunicipality host, Call call) {
        // Held until the end, so that of two that renew at once the second finds the draft of the first.
        applications.lockDrafts(call.id(), host.id());
        var before = renewed(host, call);
        if (before.isPresent()) {
            return before.get();
        }
        var earlier = applications.lastOf(call.scheme(), host.id(), call.year());
        if (earlier.isEmpty()) {
            return new Outcome.NothingToRenew();
        }
        var made = Renewal.of(earlier, reported(host, call, earlier), call, forms.inForce(call.id()));
        var begun = draftApplication.begin(host, call.id(), made.content());
        return begun instanceof DraftApplication.Outcome.Drafted(var draft, var missing, var _)
                ? new Outcome.Renewed(draft, missing, made.left())
                : new Outcome.NotBegun(begun);
    }

    private Optional<Outcome> renewed(KnownMunicipality host, Call call) {
        var drafts = new Applications.Filter(Set.of(host.id()), Set.of(), call.id(), ApplicationStatus.DRAFT, false);
        return applications.list(drafts, "", MOST_DRAFTS).stream()
                .filter(draft -> !draft.content().renewalOf().isEmpty())
                .findFirst()
                .flatMap(draft -> findApplications.find(draft.id()))
                .map(found -> new Outcome.RenewedBefore(found.application(), found.missing()));
    }

    /** What reports say of the awards of that year, which the municipality answers for today. */
    private List<Reports.Written> reported(KnownMunicipality host, Call call, List<Application> earlier) {
        var ofThatYear = new Awards.Filter(
                Optional.of(earlier.getFirst().year()),
                Optional.of(call.scheme()),
                Optional.empty(),
                Optional.of(Set.of(host.id())),
                Set.of(),
                Optional.empty());
        var ids = awards.list(ofThatYear, "", MOST_AWARDS).stream()
                .map(Award::id)
                .map(AwardId::value)
                .toList();
        return ids.isEmpty() ? List.of() : reports.written(ids);
    }
}
