package no.opptrapping.grant.allocation.rest;

import java.time.DateTimeException;
import java.time.Instant;
import no.opptrapping.grant.allocation.runs.AllocationRuns;
import no.opptrapping.grant.allocation.runs.RunId;
import no.opptrapping.platform.paging.Cursor;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;

/** Reads the cursors of this room's lists; one that somebody made up is bad input. */
final class Cursors {
    private Cursors() {}

    static AllocationRuns.Position position(Cursor cursor) {
        try {
            return new AllocationRuns.Position(
                    Instant.parse(cursor.key().get(0)),
                    RunId.parse(cursor.key().get(1)).orElseThrow(Cursors::bad));
        } catch (DateTimeException notOurs) {
            throw bad();
        }
    }

    /** The first row of the page. */
    static int row(Cursor cursor) {
        try {
            return Math.max(0, Integer.parseInt(cursor.key().getFirst()));
        } catch (NumberFormatException notOurs) {
            throw bad();
        }
    }

    private static BadInput bad() {
        return new BadInput(BrokenRule.of("paging.bad-cursor", "query:cursor"));
    }
}
