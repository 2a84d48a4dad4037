package no.opptrapping.grant.reported;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Where what has been heard of reports is kept. Everything here takes part in the caller's transaction. */
public interface Reports {
    /** Keeps how far the report has come, in place of what was heard before. */
    void keep(HeardReport report, Instant heardAt);

    /** Keeps what the report says of awards so far, approved or not, in place of what was heard before. */
    void keepWritten(HeardReport report);

    /**
     * What the last heard reports of the awards' own years say of them, approved or not; those that no report says anything of
     * are absent.
     */
    List<Written> written(Collection<UUID> awards);

    /** Keeps what an approved report says of an award, in place of what an earlier one said. */
    void keep(HeardReport report, HeardReport.Account account);

    /** Keeps a discrepancy, unless it has been found before. */
    void add(Discrepancy discrepancy);

    /** Marks the open discrepancies of the award in the year as settled. */
    void settle(UUID award, Year year, Instant at);

    /** What the last approved report of the year says of the award. */
    Optional<Figures> figures(UUID award, Year year);

    /** Whether each municipality that owes a report of the year has one that is approved. */
    Map<MunicipalityId, Boolean> approvedOf(Year year);

    /** The discrepancies that no later version has settled, in the order they were found. */
    List<Discrepancy> open();

    /** What a report says of an award. */
    record Figures(UUID report, long version, HeardReport.Account account) {}

    /**
     * What a report says of an award, as far as it has come.
     *
     * @param year the grant year that is reported
     * @param approvedAt empty until a controller has approved it
     * @param manYears those of the whole municipality; empty until they are filled in
     */
    record Written(
            UUID award,
            UUID report,
            Year year,
            Optional<Instant> submittedAt,
            Optional<Instant> approvedAt,
            Kroner received,
            Kroner spent,
            Kroner unspent,
            Kroner ownShare,
            Optional<BigDecimal> manYears) {}
}
