package no.opptrapping.grant.bankfiles;

import java.time.Instant;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.platform.values.Kroner;

/**
 * A file of payments to the bank (<i>remitteringsfil</i>), pain.001.001.09.
 *
 * @param number 1 is the first; without gaps
 * @param messageId what the bank knows it by
 * @param account the account that is paid from
 * @param sha256 of its bytes, in hexadecimal
 */
public record BankFile(
        long number,
        String messageId,
        AccountNumber account,
        int payments,
        Kroner sum,
        String sha256,
        String madeBy,
        Instant madeAt) {}
