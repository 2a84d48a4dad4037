package no.opptrapping.municipality.registry;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import no.opptrapping.municipality.lineage.StructureChange;

/** Where the register is kept. */
public interface Municipalities {
    /** Which state of the register this is; raised by every change. */
    long revision();

    /** The whole register. */
    Register load();

    /**
     * Takes the register for the rest of the transaction, so that one changes it at a time.
     *
     * @return the fingerprint of the reference data that was taken in last; empty if none has been
     */
    @CanIgnoreReturnValue
    String lock();

    /** Says that the register has changed; after {@link #lock()}. */
    void changed(String edition);

    /** Keeps the municipality as it is given, instead of what is known of it. */
    void put(Municipality municipality);

    /** Keeps the change as it is given, instead of the one with its key. */
    void put(StructureChange change);

    /** Keeps the county as it is given, instead of the one with its number. */
    void put(County county);
}
