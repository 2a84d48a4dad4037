package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.Map;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** What each municipality had of an earmarked scheme before it became framework grant. */
@ApplicationScoped
public class EarmarkedBefore {
    private final Awards awards;

    EarmarkedBefore(Awards awards) {
        this.awards = awards;
    }

    /**
     * The participants' shares of the valid awards of a scheme's year, by the identities the awards were made to;
     * municipalities without any are absent.
     */
    @Transactional
    public Map<MunicipalityId, Kroner> perMunicipality(SchemeId scheme, Year year) {
        return awards.shares(scheme, year);
    }
}
