package no.opptrapping.grant.claims.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import no.opptrapping.grant.claims.Claim;
import no.opptrapping.grant.claims.ClaimOutcome;
import no.opptrapping.grant.claims.SeeClaims;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.Problems;

/** What acts on claims are answered over HTTP. */
@ApplicationScoped
class ClaimAnswers {
    private final SeeClaims seeClaims;
    private final Texts texts;
    private final CurrentLanguage language;
    private final Problems problems;

    ClaimAnswers(SeeClaims seeClaims, Texts texts, CurrentLanguage language, Problems problems) {
        this.seeClaims = seeClaims;
        this.texts = texts;
        this.language = language;
        this.problems = problems;
    }

    /** The claim as the caller sees it; what comes of a report is said in the caller's language. */
    ClaimResponse of(SeeClaims.Seen seen) {
        var claim = seen.claim();
        return ClaimResponse.of(
                seen,
                switch (claim.cause()) {
                    case UNSPENT ->
                        texts.text(language.get(), "claim.grounds-unspent", Map.of("amount", claim.found()));
                    case MISSPENT, REDUCTION -> claim.grounds();
                });
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
                .entity(of(seeClaims.seen(claim)))
                .build();
    }
}
