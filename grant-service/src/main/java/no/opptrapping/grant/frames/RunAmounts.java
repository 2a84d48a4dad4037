package no.opptrapping.grant.frames;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** What allocation runs give to municipalities. */
public interface RunAmounts {
    /**
     * What each municipality gets of the run, if it is one of the scheme's year that has not been adopted as awards and
     * still comes to the same.
     */
    Optional<List<Amount>> of(UUID run, SchemeId scheme, Year year);

    /** Holds the run until the transaction ends: nobody adopts it meanwhile. */
    void hold(UUID run);

    /** What a municipality gets: above zero. */
    record Amount(MunicipalityId municipality, MunicipalityNumber number, Kroner amount) {}
}
