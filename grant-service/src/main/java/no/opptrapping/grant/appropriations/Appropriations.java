package no.opptrapping.grant.appropriations;

import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import org.jspecify.annotations.Nullable;

/** The appropriations that there are. */
public interface Appropriations {
    Optional<Appropriation> find(AppropriationId id);

    /** The one that is approved. */
    Optional<Appropriation> of(SchemeId scheme, Year year);

    /** Appropriations after an identity, ordered by identity; what is null does not matter. */
    List<Appropriation> list(
            @Nullable SchemeId scheme, @Nullable Year year, @Nullable AppropriationId after, int limit);

    void add(Appropriation appropriation);

    void add(AppropriationId appropriation, int number, Appropriation.Revision revision);

    void approve(Appropriation appropriation, Appropriation.Approval approval);

    void approve(Appropriation.Revision revision, Appropriation.Approval approval);
}
