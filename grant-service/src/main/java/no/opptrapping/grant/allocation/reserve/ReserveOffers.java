package no.opptrapping.grant.allocation.reserve;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** The offers that there are. Everything here takes part in the caller's transaction. */
public interface ReserveOffers {
    /** Every offer to the list of a call, oldest first; one application has few. */
    List<ReserveOffer> of(CallId call);

    /** What is proposed of a scheme's year, of the office's frame or of no frame, and waits for a second person. */
    Kroner proposed(SchemeId scheme, Year year, Optional<CountyGovernorOfficeId> office);

    Optional<ReserveOffer> find(OfferId id);

    /** The offer, which nobody else can decide until the caller's transaction ends. */
    Optional<ReserveOffer> lock(OfferId id);

    void add(ReserveOffer proposed);

    /** Stores what was decided of an offer that the caller has locked. */
    void decide(ReserveOffer decided);

    /** Offers, oldest first; what is empty does not matter. */
    List<ReserveOffer> list(
            Optional<CallId> call,
            Optional<ReserveOffer.State> state,
            Optional<Set<CountyGovernorOfficeId>> offices,
            Optional<Key> after,
            int limit);

    /** Where a list goes on: after this one. */
    record Key(Instant proposedAt, OfferId id) {}
}
