package no.opptrapping.platform.database;

import jakarta.persistence.Embeddable;
import java.time.Instant;

/** Who did something and when, as two columns, for example <code>made_by</code> and <code>made_at</code>. */
@Embeddable
public record Act(String by, Instant at) {}
