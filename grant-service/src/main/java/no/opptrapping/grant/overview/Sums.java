package no.opptrapping.grant.overview;

import java.util.List;
import java.util.Set;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.MunicipalityId;

/** What a municipality's overview adds up, done in the database. Takes part in the caller's transaction. */
public interface Sums {
    /**
     * The money over all that the municipality has applied for and all the valid awards that it answers for.
     *
     * @param recipients whom the awards that it answers for were made to
     */
    Overview.Money money(MunicipalityId municipality, Set<MunicipalityId> recipients);

    /** The calls for which the municipality has begun an application that it has not withdrawn. */
    Set<CallId> begun(MunicipalityId municipality, Set<CallId> calls);

    /** The schemes that the municipality has applied to or has an award of. */
    List<SchemeId> schemes(MunicipalityId municipality, Set<MunicipalityId> recipients);
}
