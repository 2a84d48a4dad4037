package no.opptrapping.grant.calls;

import java.util.Set;
import no.opptrapping.platform.values.MunicipalityId;

/** Who answers a call; known to the rooms after this one. */
public interface Applicants {
    /** The municipalities that have an application to the call, drafts among them, of their own. */
    Set<MunicipalityId> thatBegan(CallId call);
}
