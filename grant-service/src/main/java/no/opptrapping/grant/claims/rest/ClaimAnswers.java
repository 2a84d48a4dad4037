package no.opptrapping.grant.claims.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimOutcome;
import no.opptrapping.grant.claims.SeeClaims;
import no.opptrapping.platform.problems.Problems;

/** What acts on claims are answered over HTTP. */
@ApplicationScoped
class ClaimAnswers {
    private final SeeClaims seeClaims;
    private final Problems problems;

    ClaimAnswers(SeeClaims seeClaims, Problems problems) {
        this.seeClaims = seeClaims;
        this.problems = problems;
    }

    Response of(ClaimOutcome outcome) {
        return switch (outcome) {
            case ClaimOutcome.Done(var claim) -> created(claim);
            case ClaimOutcome.Refused(var broken) -> problems.rejected(broken);
            case ClaimOutcome.NotNow(var code, var state) -> problems.conflict(code, "state", state.code());
            case ClaimOutcome.SamePerson() -> problems.forbidden("claim.another-person-decides");
            case ClaimOutcome.NoAccount() -> problems.conflict("claim.no-account");
            case ClaimOutcome.Unknown() -> problems.notFound();
        };
    }

    Response created(Claim claim) {
        return Response.created(URI.create("/v1/claims/" + claim.id()))
                .entity(ClaimResponse.of(seeClaims.seen(claim)))
                .build();
    }
}
