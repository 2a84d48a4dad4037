package no.opptrapping.platform.badexamples.inside.letters;

import no.opptrapping.platform.badexamples.inside.money.db.AwardRow;

/** Reaches into the database adapter of another room. */
class Letter {
    private final AwardRow row = new AwardRow();

    AwardRow row() {
        return row;
    }
}
