package no.opptrapping.grant.allocation.rest;

import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import no.opptrapping.grant.allocation.whatif.Assumptions;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** A municipality's assumptions, all of them in the address: {@code @Valid @BeanParam WhatIfQuery query}. */
class WhatIfQuery {
    @QueryParam("population")
    @Size(max = 40)
    @Parameter(description = "Its inhabitants, instead of those that the run has")
    private @Nullable String population;

    @QueryParam("value")
    @Size(max = 50)
    @Parameter(
            description =
                    "One of its other figures, code/year:value as in social-assistance/2024:55; may be repeated, each"
                            + " figure once")
    private @Nullable List<@Size(max = 160) String> value;

    @QueryParam("appropriation")
    @Size(max = 40)
    @Parameter(description = "Whole kroner that the run's pots divide, instead of what it has")
    private @Nullable String appropriation;

    /** As they are asked; what cannot be read of them is added to {@code broken}. */
    Assumptions assumptions(MunicipalityNumber number, List<BrokenRule> broken) {
        var values = new LinkedHashMap<String, String>();
        for (var text : Objects.requireNonNullElse(value, List.<String>of())) {
            var colon = text.lastIndexOf(':');
            if (colon < 1) {
                broken.add(BrokenRule.of("whatif.value-readable", "query:value", "value", text));
            } else if (values.put(text.substring(0, colon), text.substring(colon + 1)) != null) {
                broken.add(BrokenRule.of("whatif.figure-once", "query:value", "indicator", text.substring(0, colon)));
            }
        }
        return new Assumptions(number, Optional.ofNullable(population), values, Optional.ofNullable(appropriation));
    }
}
