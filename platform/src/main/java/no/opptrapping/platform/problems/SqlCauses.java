package no.opptrapping.platform.problems;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the database said behind a failure; the outermost first. */
final class SqlCauses {
    private static final String UNIQUE_VIOLATION = "23505";

    private SqlCauses() {}

    static Stream<SQLException> of(Throwable failure) {
        return beneath(failure, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    /** Whether somebody else made the same thing in the moment between the question whether it is there and the making. */
    static boolean tellOfALostRace(Throwable failure) {
        return of(failure).anyMatch(said -> UNIQUE_VIOLATION.equals(said.getSQLState()));
    }

    private static Stream<SQLException> beneath(@Nullable Throwable at, Set<Throwable> seen) {
        if (at == null || !seen.add(at)) {
            return Stream.empty();
        }
        var here = at instanceof SQLException sql ? Stream.of(sql) : Stream.<SQLException>empty();
        // The transaction manager keeps what went wrong before the commit as suppressed exceptions.
        var before = Stream.of(at.getSuppressed()).flatMap(suppressed -> beneath(suppressed, seen));
        return Stream.of(here, beneath(at.getCause(), seen), before).flatMap(said -> said);
    }
}
