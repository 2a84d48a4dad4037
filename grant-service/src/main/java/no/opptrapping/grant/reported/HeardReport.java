package no.opptrapping.grant.reported;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * What one event of report.v1 says.
 *
 * @param approvedAt empty until a controller has approved the version
 * @param manYears those of the whole municipality, with decimals; empty until they are filled in
 */
public record HeardReport(
        UUID id,
        long version,
        Status status,
        MunicipalityId municipality,
        MunicipalityNumber number,
        Year year,
        LocalDate dueOn,
        Optional<Instant> submittedAt,
        Optional<Instant> approvedAt,
        List<Account> accounts,
        Optional<BigDecimal> manYears) {
    /** How far a report has come. */
    public enum Status {
        OPENED,
        SUBMITTED,
        RETURNED,
        APPROVED,
        CORRECTED
    }

    /**
     * What it says of one award.
     *
     * @param carriedIn what was carried over from the year before, of an award of an earlier year
     */
    public record Account(
            UUID award, Kroner carriedIn, Kroner received, Kroner spent, Kroner unspent, Kroner ownShare) {
        /** What there was to account for. */
        public Kroner toAccountFor() {
            return carriedIn.plus(received);
        }
    }

    public HeardReport {
        accounts = List.copyOf(accounts);
    }

    /** Whether its figures count: a controller has approved this version, the first one or a correction. */
    boolean isApproved() {
        return status == Status.APPROVED || (status == Status.CORRECTED && approvedAt.isPresent());
    }
}
