package no.opptrapping.grant.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Applications;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;

/**
 * Whose conversation may be seen: that of an application that may be seen, which its participants read and do not write
 * in. A draft is its municipality's own; a question that it asks about it is the administration's to answer all the same.
 */
@ApplicationScoped
class SeenApplication {
    private final Applications applications;
    private final Conversations conversations;
    private final Calls calls;
    private final Delegation delegation;
    private final CallerSight sight;

    SeenApplication(
            Applications applications,
            Conversations conversations,
            Calls calls,
            Delegation delegation,
            CallerSight sight) {
        this.calls = calls;
        this.delegation = delegation;
        this.applications = applications;
        this.conversations = conversations;
        this.sight = sight;
    }

    /** One whose conversation the caller may read. */
    Optional<Application> read(ApplicationId id) {
        var found = applications.find(id);
        var seen = found.filter(this::mayRead);
        if (found.isPresent() && seen.isEmpty()) {
            sight.refused("conversation.reading", id.toString());
        }
        return seen;
    }

    /** One in whose conversation the caller may write; a county governor's people do where their office decides. */
    Optional<Application> written(ApplicationId id) {
        var found = applications.find(id);
        var seen = found.filter(application -> mayWrite(application) && isLet(application));
        if (found.isPresent() && seen.isEmpty()) {
            sight.refused("conversation.writing", id.toString());
        }
        return seen;
    }

    /** The side that the caller writes for. */
    Side side() {
        return sight.get().isOfTheAdministration() ? Side.DIRECTORATE : Side.MUNICIPALITY;
    }

    private boolean isLet(Application application) {
        return !sight.get().isOfTheAdministration()
                || delegation.lets(
                        "conversation.writing",
                        application.id(),
                        application.scheme(),
                        () -> calls.find(application.call()).flatMap(Call::schemeVersion),
                        application.host());
    }

    private boolean mayWrite(Application application) {
        var of = sight.get();
        return mayRead(application) && (of.isOfTheAdministration() || of.covers(application.host()));
    }

    private boolean mayRead(Application application) {
        var of = sight.get();
        if (application.status() != ApplicationStatus.DRAFT) {
            return application.isSeenWith(of);
        }
        return of.covers(application.host())
                && (of instanceof Sight.Own
                        || conversations.find(application.id()).hasBegun());
    }
}
