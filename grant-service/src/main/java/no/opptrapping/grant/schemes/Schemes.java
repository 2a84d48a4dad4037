package no.opptrapping.grant.schemes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The schemes that there are. */
public interface Schemes {
    Optional<Scheme> find(SchemeId id);

    /** Whether a scheme has the code. */
    boolean existsWith(String code);

    /** Schemes after a code, in the order of their codes. */
    List<Scheme> list(String afterCode, int limit);

    /** The same, of those alone that have rules in force on the day. */
    List<Scheme> listRuled(LocalDate day, String afterCode, int limit);

    /** Adds a scheme whose code no other has. */
    void add(Scheme scheme, String madeBy, Instant madeAt);
}
