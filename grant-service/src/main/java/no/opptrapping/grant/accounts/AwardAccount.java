package no.opptrapping.grant.accounts;

import java.time.Instant;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;

/**
 * An account that a municipality has stated for an award.
 *
 * @param number 1 is the one that the award was accepted with
 * @param holder the municipality that held the award when it was stated, and whose account it is
 * @param statedBy the person who signs for the municipality
 * @param statedFor the municipality's organisation number
 * @param needsApproval whether a person at the Directorate approves it before it is used
 */
public record AwardAccount(
        AwardId award,
        int number,
        AccountNumber account,
        MunicipalityId holder,
        String statedBy,
        OrganisationNumber statedFor,
        Instant statedAt,
        boolean needsApproval,
        AccountStatus status,
        Optional<Decision> decision) {
    /**
     * What a person at the Directorate said of it.
     *
     * @param by the person's subject
     * @param reason why it is not used; empty when it is
     */
    public record Decision(String by, Instant at, Optional<String> reason) {}

    AwardAccount replaced() {
        return with(AccountStatus.REPLACED, decision);
    }

    AwardAccount approved(String by, Instant at) {
        return with(AccountStatus.IN_FORCE, Optional.of(new Decision(by, at, Optional.empty())));
    }

    AwardAccount refused(String by, Instant at, String reason) {
        return with(AccountStatus.REFUSED, Optional.of(new Decision(by, at, Optional.of(reason))));
    }

    private AwardAccount with(AccountStatus becomes, Optional<Decision> decided) {
        return new AwardAccount(
                award, number, account, holder, statedBy, statedFor, statedAt, needsApproval, becomes, decided);
    }
}
