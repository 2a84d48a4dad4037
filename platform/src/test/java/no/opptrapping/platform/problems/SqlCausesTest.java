package no.opptrapping.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.BatchUpdateException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class SqlCausesTest {
    private final SQLException duplicate = new SQLException("duplicate key value", "23505");

    @Test
    void aRaceForTheSameRowIsSeenThroughWhatTheFrameworksPutAroundIt() {
        var batch = new BatchUpdateException("Batch entry 0 was aborted", "23505", 0, new int[0], duplicate);
        assertThat(SqlCauses.tellOfALostRace(new IllegalStateException(batch))).isTrue();
        var refusedAtCommit = new RollbackException("ARJUNA016053: Could not commit transaction.");
        refusedAtCommit.addSuppressed(new IllegalStateException(duplicate));
        assertThat(SqlCauses.tellOfALostRace(refusedAtCommit)).isTrue();
        assertThat(Unavailability.of(refusedAtCommit)).isEmpty();
    }

    @Test
    void otherFailuresAreNone() {
        assertThat(SqlCauses.tellOfALostRace(new IllegalStateException("x"))).isFalse();
        assertThat(SqlCauses.tellOfALostRace(new SQLException("check violation", "23514")))
                .isFalse();
        var circle = new IllegalStateException("a");
        circle.addSuppressed(new IllegalStateException("b", circle));
        assertThat(SqlCauses.of(circle)).isEmpty();
    }
}
