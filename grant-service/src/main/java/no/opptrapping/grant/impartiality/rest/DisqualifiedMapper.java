package no.opptrapping.grant.impartiality.rest;

import jakarta.ws.rs.core.Response;
import no.opptrapping.grant.impartiality.Disqualified;
import no.opptrapping.platform.problems.Problems;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers a disqualified person the same whatever the act was. */
class DisqualifiedMapper {
    private final Problems problems;

    DisqualifiedMapper(Problems problems) {
        this.problems = problems;
    }

    @ServerExceptionMapper
    public Response disqualified(Disqualified e) {
        return problems.forbidden("impartiality.disqualified");
    }
}
