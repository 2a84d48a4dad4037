package no.opptrapping.reporting.obligations.db;

import java.util.List;
import no.opptrapping.platform.register.Takeover;

/** How a duty came to the one that bears it, as JSON: oldest first. */
record StoredTakeovers(List<Takeover> steps) {}
