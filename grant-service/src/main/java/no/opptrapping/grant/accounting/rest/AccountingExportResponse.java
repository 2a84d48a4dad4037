package no.opptrapping.grant.accounting.rest;

import java.time.Instant;
import no.opptrapping.grant.accounting.AccountingExport;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What has been handed over to the accounts of one month, in short. */
@Schema(name = "AccountingExport")
record AccountingExportResponse(
        @Schema(description = "1 is the first; without gaps")
        long number,

        @Schema(description = "The month, as 2025-06", maxLength = 7)
        String period,

        @Schema(description = "How many entries of the ledger there are in it")
        int vouchers,

        @Schema(description = "How many lines the vouchers have")
        int lines,

        @Schema(description = "What the lines sum to, in whole kroner")
        Kroner amount,

        @Schema(maxLength = 64, description = "SHA-256 of the JSON document's bytes, in hexadecimal")
        String jsonSha256,

        @Schema(maxLength = 64, description = "SHA-256 of the table's bytes, in hexadecimal")
        String csvSha256,

        String madeBy,

        @Schema(description = "When it was handed over") Instant madeAt) {
    static AccountingExportResponse of(AccountingExport export) {
        return new AccountingExportResponse(
                export.number(),
                export.period().toString(),
                export.vouchers(),
                export.lines(),
                export.amount(),
                export.jsonSha256(),
                export.csvSha256(),
                export.madeBy(),
                export.madeAt());
    }
}
