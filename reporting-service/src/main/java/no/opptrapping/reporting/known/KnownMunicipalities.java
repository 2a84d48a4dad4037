package no.opptrapping.reporting.known;

import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownRegister;

/** Where what has been heard of municipalities is kept. */
public interface KnownMunicipalities extends KnownRegister {
    /** Keeps it in place of what was known of the same municipality before. */
    void keep(HeardMunicipality municipality, long version);
}
