package no.opptrapping.municipality.registry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.opptrapping.platform.values.MunicipalityId;

/** Tells the world about municipalities. */
public interface MunicipalityFeed {
    /**
     * Tells of every municipality of which something has changed since it was last told of; part of the caller's
     * transaction.
     *
     * @return how many there were
     */
    @CanIgnoreReturnValue
    int announceChanges(Register register);

    /** Which version of the municipality was told of last; 0 before the first time. */
    long version(MunicipalityId id);
}
