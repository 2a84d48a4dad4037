package no.opptrapping.grant.applications.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.platform.idempotency.AsItIsNow;

/** An application that a repeated request is answered with. */
@ApplicationScoped
class ApplicationNow implements AsItIsNow {
    private static final String AT = "/v1/applications/";

    private final ApplicationAnswers answers;

    ApplicationNow(ApplicationAnswers answers) {
        this.answers = answers;
    }

    @Override
    public Optional<Now> at(String location) {
        return location.startsWith(AT) && location.indexOf('/', AT.length()) < 0
                ? answers.now(new ApplicationId(UUID.fromString(location.substring(AT.length()))))
                : Optional.empty();
    }
}
