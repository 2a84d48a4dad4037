package no.opptrapping.grant.reconciliation;

import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.values.Kroner;

/**
 * An account of an award on which the ledger says something else than the award, its payments and its last report.
 *
 * @param reference the award's reference; empty when there is no such award
 * @param ledger what the ledger says
 * @param expected what follows from the award, its payments and its last approved report
 */
public record OutOfStep(UUID award, Optional<String> reference, Account account, Kroner ledger, Kroner expected) {}
