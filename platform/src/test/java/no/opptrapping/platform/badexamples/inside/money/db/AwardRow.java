package no.opptrapping.platform.badexamples.inside.money.db;

import jakarta.persistence.Embeddable;

/** Public because JPA needs it, and still nothing for other rooms. */
@Embeddable
public class AwardRow {}
