package no.opptrapping.platform.problems;

import jakarta.ws.rs.container.ContainerRequestContext;
import no.opptrapping.platform.values.WrittenText;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses a query parameter that is sent and blank: the framework would take <code>?year=</code> as no year at all. */
class BlankParameters {
    @ServerRequestFilter
    public void refuse(ContainerRequestContext request) {
        request.getUriInfo().getQueryParameters().forEach((name, values) -> {
            if (!name.isEmpty() && values.stream().anyMatch(WrittenText::isBlank)) {
                throw new BadInput(BrokenRule.of("validation.blank-parameter", "query:" + name));
            }
        });
    }
}
