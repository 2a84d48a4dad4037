package no.opptrapping.grant.schemerules.rest;

import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.schemerules.NotDelegated;
import no.opptrapping.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a county governor's person the same whatever the act was. */
class NotDelegatedMapper {
    private final Problems problems;

    NotDelegatedMapper(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response notDelegated(NotDelegated e) {
        return problems.conflict("scheme.not-delegated");
    }
}
