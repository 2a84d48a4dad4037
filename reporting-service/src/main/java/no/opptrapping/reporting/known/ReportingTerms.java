package no.opptrapping.reporting.known;

import java.time.LocalDate;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.FormSize;
import org.jspecify.annotations.Nullable;

/**
 * What an award or a framework allocation says of its report.
 *
 * @param form the code of the form, for example {@code is-24-8}
 * @param auditorThreshold the sum from which the auditor must attest the accounts; null when none need it
 */
public record ReportingTerms(
        LocalDate opensOn,
        LocalDate dueOn,
        String form,
        FormSize size,
        @Nullable Kroner auditorThreshold) {}
