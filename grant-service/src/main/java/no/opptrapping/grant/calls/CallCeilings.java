package no.opptrapping.grant.calls;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** The ceilings (<i>beregnede rammer</i>) of calls that are divided within such, as municipalities were told them. */
public interface CallCeilings {
    /**
     * What was told of a call.
     *
     * @param run the allocation run whose amounts the ceilings are
     * @param moreMayBeAsked whether an application may ask for more than its ceiling
     */
    record Told(CallId call, UUID run, String runMadeBy, boolean moreMayBeAsked, String by, Instant at) {}

    /** One municipality's. */
    record Ceiling(MunicipalityId municipality, MunicipalityNumber number, Kroner amount) {}

    Optional<Told> find(CallId call);

    /** Tells them in place of what was told before; the caller has locked the call. */
    void tell(Told told, List<Ceiling> ceilings);

    /** What the municipalities have together; zero for those that have none. */
    Kroner of(CallId call, Set<MunicipalityId> municipalities);

    /** By number, at most {@code limit}, after the number where one is given. */
    List<Ceiling> list(CallId call, Optional<MunicipalityNumber> after, int limit);
}
