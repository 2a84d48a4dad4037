package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.claims.Claim.State;
import no.opptrapping.grant.claims.ClaimLifecycle.Act;

/** Begins an act of a person of the administration on a claim: who may do it is asked before anything is locked. */
@ApplicationScoped
class ActOnClaim {
    /** What the act begins with. */
    sealed interface Start {
        /** It can be done as the claim stands, which stays so until the transaction ends. */
        record Possible(LockClaim.Locked found) implements Start {}

        /** Not as the claim stands: the code of the refusal. */
        record NotNow(String code, State state) implements Start {}

        /** There is no such claim, or it is not the person's to act on. */
        record Unknown() implements Start {}
    }

    private final Claims claims;
    private final Awards awards;
    private final LockClaim lock;
    private final HandleClaims handle;

    ActOnClaim(Claims claims, Awards awards, LockClaim lock, HandleClaims handle) {
        this.claims = claims;
        this.awards = awards;
        this.lock = lock;
        this.handle = handle;
    }

    /** Begins it. */
    @Transactional(TxType.MANDATORY)
    Start begin(ClaimId id, Act act) {
        return claims.find(id)
                .filter(claim -> awards.find(claim.award())
                        .filter(award -> handle.lets(act.audited(), id, award))
                        .isPresent())
                .map(lock::lock)
                .map(found -> ClaimLifecycle.TABLE
                        .refusal(found.claim().state(), act)
                        .<Start>map(code -> new Start.NotNow(code, found.claim().state()))
                        .orElseGet(() -> new Start.Possible(found)))
                .orElseGet(Start.Unknown::new);
    }
}
