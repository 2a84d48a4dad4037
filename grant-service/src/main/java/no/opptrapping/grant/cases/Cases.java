package no.opptrapping.grant.cases;

import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.applications.ApplicationId;

/** Who holds which case, and how it came to that. A case has the identity of its application. */
public interface Cases {
    /** Who works on it; empty when nobody does. */
    Optional<Holding> holding(ApplicationId application);

    /** Puts the case, whose application the caller has locked, into somebody's hands. */
    void hold(ApplicationId application, Holding holding);

    /** Takes the case out of whoever's hands it is in. */
    void letGo(ApplicationId application);

    /** Keeps a move for good. */
    void add(ApplicationId application, CaseMove move);

    /** The newest moves first, at most {@code limit}. */
    List<CaseMove> moves(ApplicationId application, int limit);
}
