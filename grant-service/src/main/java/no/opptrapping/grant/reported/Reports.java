package no.opptrapping.grant.reported;

import java.time.Instant;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** Where what has been heard of reports is kept. Everything here takes part in the caller's transaction. */
public interface Reports {
    /** Keeps how far the report has come, in place of what was heard before. */
    void keep(HeardReport report, Instant heardAt);

    /** Keeps what an approved report says of an award, in place of what an earlier one said. */
    void keep(HeardReport report, HeardReport.Account account);

    /** Keeps a discrepancy, unless it has been found before. */
    void add(Discrepancy discrepancy);

    /** Marks the award's open discrepancies as settled. */
    void settle(UUID award, Instant at);

    /** What the last approved reports say of the awards; those without one are absent. */
    Map<UUID, Figures> figures(Collection<UUID> awards);

    /** Whether each municipality that owes a report of the year has one that is approved. */
    Map<MunicipalityId, Boolean> approvedOf(Year year);

    /** The discrepancies that no later version has settled, in the order they were found. */
    List<Discrepancy> open();

    /** What a report says of an award. */
    record Figures(UUID report, long version, Kroner received, Kroner spent, Kroner unspent, Kroner ownShare) {}
}
