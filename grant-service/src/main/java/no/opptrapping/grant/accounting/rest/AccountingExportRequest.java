package no.opptrapping.grant.accounting.rest;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which month is to be handed over. */
@Schema(name = "AccountingExportRequest")
record AccountingExportRequest(
        @Schema(
                required = true,
                pattern = PERIOD,
                maxLength = 7,
                description = "The month, in Norway, which has to be over",
                examples = "2025-06")
        @NotNull(message = "accounting.period-missing")
        @Pattern(regexp = PERIOD, message = "accounting.period-malformed")
        String period) {
    static final String PERIOD = "^20[0-9]{2}-(0[1-9]|1[0-2])$";
}
