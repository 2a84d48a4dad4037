package no.opptrapping.grant.accounts;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;

/**
 * Whether an award has an account that it can be paid to.
 *
 * @param inForce the one in force; empty until the award is accepted
 * @param waiting another one that waits for approval
 */
public record AccountStanding(Optional<AwardAccount> inForce, Optional<AwardAccount> waiting) {
    /** Of an award that has none. */
    public static final AccountStanding NONE = new AccountStanding(Optional.empty(), Optional.empty());

    /** Why nothing is paid to an award's account. */
    public enum Obstacle {
        /** The municipality that has taken over the award has not stated an account of its own. */
        TO_BE_STATED,
        /** The account that the municipality has stated is not approved. */
        TO_BE_APPROVED
    }

    /** Of what has been stated. */
    public static AccountStanding of(List<AwardAccount> stated) {
        return new AccountStanding(with(AccountStatus.IN_FORCE, stated), with(AccountStatus.WAITING, stated));
    }

    private static Optional<AwardAccount> with(AccountStatus status, List<AwardAccount> stated) {
        return stated.stream().filter(one -> one.status() == status).findAny();
    }

    /** What stands in the way of paying the award; nothing for one that has not been accepted. */
    public Optional<Obstacle> obstacle(Award award) {
        if (waiting.isPresent()) {
            return Optional.of(Obstacle.TO_BE_APPROVED);
        }
        return inForce.filter(one -> !one.holder().equals(award.holder().municipality()))
                .map(_ -> Obstacle.TO_BE_STATED);
    }

    /** The account that the award is paid to. */
    public Optional<AccountNumber> payableTo(Award award) {
        return obstacle(award).isPresent() ? Optional.empty() : inForce.map(AwardAccount::account);
    }
}
