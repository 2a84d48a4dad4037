package no.opptrapping.grant.known;

import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownRegister;

/** Where what has been heard of municipalities is kept. */
public interface HeardMunicipalities extends KnownRegister {
    /** Keeps it in place of what was heard of the same municipality before. */
    void keep(HeardMunicipality heard);
}
