package no.opptrapping.grant.bankfiles;

import java.time.LocalDate;
import no.opptrapping.platform.values.Ore;

/**
 * Money that has come to the account and is no payment's of ours that came back.
 *
 * @param line what the bank's line is known by, a SHA-256 in hexadecimal: the same in whatever file it stands
 * @param reference the structured reference that the payer gives, a KID; or else what the payer calls it; empty when nothing
 * @param payer what the bank calls whoever paid; empty when it does not say
 */
public record Credit(
        String line, String reference, Ore amount, LocalDate bookedOn, String bankReference, String payer) {}
