package no.opptrapping.grant.claims;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.carryover.CarryOverId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kid;
import no.opptrapping.platform.values.MunicipalityId;

/** The claims that there are. Everything here takes part in the caller's transaction. */
public interface Claims {
    /** A number that no claim has. */
    long takeNumber();

    Optional<Claim> find(ClaimId id);

    /** The claim with the KID. */
    Optional<Claim> find(Kid kid);

    /** The claim, which nobody else can change until the transaction ends. */
    Optional<Claim> lock(ClaimId id);

    /** Those of the award's money of the year, oldest first; none of them changes until the transaction ends. */
    List<Claim> lockOf(AwardId award, Year year);

    void add(Claim opened);

    /** Stores what has become of one that is locked: what was said of it, and its steps. */
    void update(Claim changed);

    /** Claims, oldest first, after the key. */
    List<Claim> list(Filter filter, Optional<Key> after, int limit);

    /** Those that are to be reminded of: due before the day, and not reminded of; the longest due first. */
    List<ClaimId> dueBefore(LocalDate day, int limit);

    /**
     * The carry-overs of which money is left that no claim is open of and nobody has given up: those that are settled, and those
     * of which the municipality could have applied for more until a day that is over.
     */
    List<CarryOverId> leftUncarried(Instant now, int limit);

    /** Whether the municipality has been given notice of it. */
    boolean isTold(ClaimId id);

    /**
     * Which: all that are given must fit.
     *
     * @param told only those that the municipality has been given notice of
     */
    record Filter(
            Optional<SchemeId> scheme,
            Optional<Year> year,
            Optional<AwardId> award,
            Optional<Claim.State> state,
            Optional<Set<MunicipalityId>> recipients,
            boolean told) {}

    /** Where a list goes on: after this one. */
    record Key(Instant openedAt, ClaimId id) {}
}
