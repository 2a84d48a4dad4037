package no.opptrapping.grant.schemes;

import java.util.Optional;

/** The schemes that there are. */
public interface Schemes {
    Optional<Scheme> find(SchemeId id);
}
