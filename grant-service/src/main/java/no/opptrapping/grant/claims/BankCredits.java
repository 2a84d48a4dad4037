package no.opptrapping.grant.claims;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What has come from the bank and is no payment's. Everything here takes part in the caller's transaction. */
public interface BankCredits {
    /** Adds it; false when the line has been read before, which nobody else reads until the transaction ends. */
    boolean add(BankCredit credit);

    Optional<BankCredit> find(BankCreditId id);

    /** The credit, which nobody else can change until the transaction ends. */
    Optional<BankCredit> lock(BankCreditId id);

    /** Stores that it is closed. */
    void close(BankCredit closed);

    /** In the order in which they were read, after the key. */
    List<BankCredit> list(Optional<Boolean> aside, Optional<Key> after, int limit);

    /** Where a list goes on: after this one. */
    record Key(Instant readAt, BankCreditId id) {}
}
