package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.AsItIsNow;

/** Answers with an application as reading it shows it: with what it lacks while the caller writes on it. */
@ApplicationScoped
class ApplicationAnswers {
    private final FindApplications findApplications;
    private final ApplicationResponses responses;

    ApplicationAnswers(FindApplications findApplications, ApplicationResponses responses) {
        this.findApplications = findApplications;
        this.responses = responses;
    }

    /** That something has been done with it. */
    Response done(Application application) {
        return Response.created(URI.create("/v1/applications/" + application.id()))
                .header("ETag", ETags.of(application.version()))
                .entity(shown(application))
                .build();
    }

    /** The application as the caller may read it; empty when it may not. */
    Optional<AsItIsNow.Now> now(ApplicationId id) {
        return findApplications
                .find(id)
                .map(found -> new AsItIsNow.Now(ETags.of(found.application().version()), of(found)));
    }

    /** Whoever has just set itself free reads what it has done and nothing after. */
    private ApplicationResponse shown(Application application) {
        var found = application.status().isWritten()
                ? findApplications.find(application.id())
                : Optional.<FindApplications.Found>empty();
        return found.map(this::of).orElseGet(() -> responses.of(application, List.of()));
    }

    private ApplicationResponse of(FindApplications.Found found) {
        return responses.of(found.application(), found.missing());
    }
}
