package no.opptrapping.grant.accounting;

import java.time.Instant;
import java.time.YearMonth;
import no.opptrapping.platform.values.Kroner;

/**
 * What has been handed over to the accounts of one month (<i>regnskapsfil</i>).
 *
 * @param number 1 is the first; without gaps
 * @param period the month, in Norway, in which it was posted
 * @param amount what its lines sum to
 * @param jsonSha256 of the bytes of the JSON document, in hexadecimal
 * @param csvSha256 of the bytes of the table, in hexadecimal
 */
public record AccountingExport(
        long number,
        YearMonth period,
        int vouchers,
        int lines,
        Kroner amount,
        String jsonSha256,
        String csvSha256,
        String madeBy,
        Instant madeAt) {
    /** In which form it is handed over. */
    public enum Form {
        JSON,
        CSV
    }
}
