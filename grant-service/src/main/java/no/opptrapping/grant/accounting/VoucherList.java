package no.opptrapping.grant.accounting;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The document of an export: all vouchers of the month, in the order of the ledger. */
@Schema(name = "Vouchers")
@JsonPropertyOrder({"number", "period", "vouchers"})
public record VoucherList(
        @Schema(description = "The number of the export") long number,

        @Schema(description = "The month, as 2025-06", maxLength = 7)
        String period,

        @Schema(maxItems = 1000000) List<Voucher> vouchers) {
    public VoucherList {
        vouchers = List.copyOf(vouchers);
    }
}
