package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.FindApplications;
import no.opptrapping.platform.concurrency.ETags;
import no.opptrapping.platform.idempotency.AsItIsNow;
import no.opptrapping.platform.problems.LocalisedFaults;

/** An application that a repeated request is answered with. */
@ApplicationScoped
class ApplicationNow implements AsItIsNow {
    private static final String AT = "/v1/applications/";

    private final FindApplications applications;
    private final LocalisedFaults faults;

    ApplicationNow(FindApplications applications, LocalisedFaults faults) {
        this.applications = applications;
        this.faults = faults;
    }

    @Override
    public Optional<Now> at(String location) {
        return location.startsWith(AT) && location.indexOf('/', AT.length()) < 0
                ? applications
                        .find(new ApplicationId(UUID.fromString(location.substring(AT.length()))))
                        .map(found -> new Now(
                                ETags.of(found.application().version()),
                                ApplicationResponse.of(found.application(), faults.of(found.missing()))))
                : Optional.empty();
    }
}
