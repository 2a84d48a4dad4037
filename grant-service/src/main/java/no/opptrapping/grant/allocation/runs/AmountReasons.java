package no.opptrapping.grant.allocation.runs;

import java.util.List;
import no.opptrapping.platform.language.LocalisedText;

/** Says in words why a line of a run has the amount that it has; known to the rooms after this one. */
public interface AmountReasons {
    /** For amounts that nobody reads about. */
    AmountReasons NONE = (run, line) -> List.of();

    /** Some sentences that a council politician understands. */
    List<LocalisedText> of(ComputedRun run, PotLine line);
}
