package no.opptrapping.reporting.controls;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.FormSize;

/**
 * The answers together with what the service knows otherwise and holds them against.
 *
 * @param accountable the awards that this report accounts for
 * @param lastYear the answers of the same municipality's approved report of the year before
 * @param inhabitants the population on 1 January of the report's year
 */
public record ReportUnderControl(
        Answers answers,
        FormSize size,
        List<Accountable> accountable,
        Optional<Answers> lastYear,
        Optional<BigDecimal> inhabitants) {
    /**
     * An award that must be accounted for.
     *
     * @param cause what gives the duty: the award, or that money of it was carried over to the year
     * @param reference what the municipality knows the award by
     * @param carriedIn what has been carried over to the year
     * @param paid what has been paid, confirmed; zero of an award of the year before
     * @param auditorThreshold the sum from which the auditor must attest; empty when the scheme has none
     * @param measures codes of the measures that the award is for
     */
    public record Accountable(
            UUID awardId,
            UUID cause,
            String reference,
            Kroner carriedIn,
            Kroner paid,
            Optional<Kroner> auditorThreshold,
            Set<String> measures) {
        public Accountable {
            measures = Set.copyOf(measures);
        }

        /** What there is to account for. */
        public Kroner toAccountFor() {
            return carriedIn.plus(paid);
        }
    }

    /** The award of this id among the accountable ones. */
    Optional<Accountable> award(UUID awardId) {
        return accountable.stream()
                .filter(award -> award.awardId().equals(awardId))
                .findFirst();
    }
}
