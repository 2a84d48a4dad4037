package no.opptrapping.reporting.known;

import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;

/** Where what has been heard of awards, payments, framework allocations and carry-overs is kept: the newest version of each. */
public interface KnownGrants {
    void keep(KnownAward award);

    void keep(KnownPayment payment);

    void keep(KnownFrameworkAllocation allocation);

    void keep(KnownCarryOver carryOver);

    Optional<KnownAward> award(UUID awardId);

    /** What is known to have been carried over of the award. */
    List<KnownCarryOver> carryOvers(UUID awardId);

    /** What is known to have been carried over into the year, by award; nothing that is not any more. */
    List<KnownCarryOver> carriedInto(Year year);

    /** The awards with these identities that are known. */
    List<KnownAward> awards(Collection<UUID> awardIds);

    /** The awards of the year that stand. */
    List<KnownAward> standing(Year year);

    /** What has been paid, confirmed, of an award and not claimed back; zero when nothing has. */
    Kroner paid(UUID awardId);

    /** What has been paid, confirmed, of each award of the year and not claimed back; absent when nothing has. */
    Map<UUID, Kroner> paid(Year year);

    Optional<KnownFrameworkAllocation> frameworkAllocation(UUID allocationId);
}
