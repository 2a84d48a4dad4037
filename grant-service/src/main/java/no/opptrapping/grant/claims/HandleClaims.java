package no.opptrapping.grant.claims;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemerules.Delegation;

/** Asked by every act of the administration on a claim: whether the person who calls may do it, and is impartial. */
@ApplicationScoped
class HandleClaims {
    private final Delegation delegation;
    private final Ledger ledger;
    private final Impartiality impartiality;

    HandleClaims(Delegation delegation, Ledger ledger, Impartiality impartiality) {
        this.delegation = delegation;
        this.ledger = ledger;
        this.impartiality = impartiality;
    }

    /**
     * Whether the act is the person's to do; a no is to be answered as if there were nothing. A county governor's people do it
     * for awards of a frame: a single decision of the Directorate's is claimed back by its people.
     *
     * @param act what the person wants to do, for example <code>claim.proposed</code>
     * @param of the claim, or the award that one is to be raised of
     */
    boolean lets(String act, Object of, Award award) {
        var holder = award.holder().municipality();
        var isTheirs = delegation.lets(
                        act,
                        of,
                        award.purpose().scheme(),
                        () -> Optional.of(award.purpose().version()),
                        holder)
                && (delegation.only().isEmpty()
                        || ledger.framesOf(Set.of(award.id().value()))
                                .containsKey(award.id().value()));
        if (isTheirs) {
            impartiality.require(act, award.purpose().scheme());
        }
        return isTheirs;
    }
}
