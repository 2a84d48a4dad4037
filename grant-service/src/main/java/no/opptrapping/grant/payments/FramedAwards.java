package no.opptrapping.grant.payments;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemerules.Delegation;
import no.opptrapping.platform.problems.BrokenRule;

/**
 * What a county governor's people pay: awards of a frame. A single decision of the Directorate's is paid by its people, also
 * where the county governors decide the rest.
 */
@ApplicationScoped
class FramedAwards {
    private final Ledger ledger;
    private final Delegation delegation;

    FramedAwards(Ledger ledger, Delegation delegation) {
        this.ledger = ledger;
        this.delegation = delegation;
    }

    /** Those of the awards that the person who calls may pay: of the Directorate all, of a county governor those of a frame. */
    List<Award> payable(List<Award> awards) {
        if (delegation.only().isEmpty()) {
            return awards;
        }
        var frames =
                ledger.framesOf(awards.stream().map(award -> award.id().value()).collect(Collectors.toSet()));
        return awards.stream()
                .filter(award -> frames.containsKey(award.id().value()))
                .toList();
    }

    /** A refusal for each of the awards that is of no frame. */
    List<BrokenRule> brokenBy(Collection<Award> awards, String pointer) {
        var payable = payable(List.copyOf(awards)).stream().map(Award::id).collect(Collectors.<AwardId>toSet());
        return awards.stream()
                .filter(award -> !payable.contains(award.id()))
                .map(award -> BrokenRule.of("payment.award-of-no-frame", pointer, "reference", award.reference()))
                .toList();
    }
}
