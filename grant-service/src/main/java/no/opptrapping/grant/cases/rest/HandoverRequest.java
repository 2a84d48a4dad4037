package no.opptrapping.grant.cases.rest;

import jakarta.validation.constraints.Size;
import java.util.List;
import no.opptrapping.grant.cases.Holding;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** To whom a case goes, and why. */
@Schema(name = "CaseHandover")
record HandoverRequest(
        @Schema(
                required = true,
                maxLength = 200,
                description = "The subject of the adviser who is to have it, as the sign-in names the person",
                examples = "adviser-2")
        @Size(max = 200)
        String to,

        @Schema(required = true, maxLength = 2000, description = "In words, for the case file") @Size(max = 2000)
        String reason)
        implements OwnRules {
    @Override
    public List<BrokenRule> broken() {
        return Holding.canBeHolder(to) ? List.of() : List.of(BrokenRule.of("case.no-subject", "/to"));
    }
}
