package no.opptrapping.grant.schemerules;

import java.time.MonthDay;
import java.util.Optional;
import no.opptrapping.platform.values.Kroner;

/**
 * What a scheme's money asks of its recipient when the year is over.
 *
 * @param opens the first day of the following year on which the report can be filled in
 * @param due the last day of the following year on which it is on time
 * @param form the form's code, for example {@code is-24-8}
 * @param simpleBelow an award below this amount gets the form with fewer questions
 * @param auditorThreshold an award of at least this amount needs the auditor's attestation; empty: none does
 */
public record ReportingTerms(
        MonthDay opens, MonthDay due, String form, Kroner simpleBelow, Optional<Kroner> auditorThreshold) {}
