package no.opptrapping.grant.allocation.rest;

import jakarta.ws.rs.QueryParam;
import java.util.Optional;
import no.opptrapping.grant.allocation.runs.RunId;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The run that a change is counted from: {@code @BeanParam ChangesQuery query}. */
class ChangesQuery {
    @QueryParam("from")
    @Parameter(
            description =
                    "The run that the change is counted from, of the same scheme; where it is absent the one that was"
                            + " adopted for the year before, of several the one that was made last, if possible with the same"
                            + " models")
    private @Nullable RunId from;

    Optional<RunId> from() {
        return Optional.ofNullable(from);
    }
}
