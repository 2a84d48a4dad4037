package no.opptrapping.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransientFailureTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "08001", "40001", "40P01", "53300", "57P01", "57014", "58030", "55P03", "25006", "28000",
                "42501", "42P01"
            })
    void triesAgainWhenTheDataAreNotToBlame(String state) {
        assertThat(of(new SQLException("x", state))).isEqualTo(TransientFailure.PASSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"23502", "23503", "23514", "22001", "21000", "P0001"})
    void blamesTheEventWhenItsDataBreakARule(String state) {
        assertThat(of(new SQLException("x", state))).isEqualTo(TransientFailure.LASTING);
    }

    @Test
    void triesAgainWhenThePoolHasNoConnection() {
        assertThat(of(new SQLException("Acquisition timeout"))).isEqualTo(TransientFailure.PASSING);
    }

    @Test
    void triesARaceForTheSameRowAFewTimesOnly() {
        var race = of(new SQLException("x", "23505"));
        assertThat(race.mayPassAfter(1)).isTrue();
        assertThat(race.mayPassAfter(5)).isFalse();
    }

    @Test
    void triesAgainAfterLostLocksAndTimeLimits() {
        assertThat(of(new OptimisticLockException())).isEqualTo(TransientFailure.PASSING);
        assertThat(of(new TimeoutException())).isEqualTo(TransientFailure.PASSING);
        assertThat(of(new ConnectException())).isEqualTo(TransientFailure.PASSING);
        assertThat(of(new RollbackException("timed out"))).isEqualTo(TransientFailure.PASSING);
    }

    @Test
    void blamesTheEventWhenTheCommitFoundABrokenRule() {
        var commit = new RollbackException("could not commit");
        commit.addSuppressed(new SQLException("deferred", "23503"));
        assertThat(of(commit)).isEqualTo(TransientFailure.LASTING);
    }

    @Test
    void neverTriesAgainWhatTheConsumerCalledUnusable() {
        assertThat(of(new UnusableEvent("no", new SQLException("x", "08006")))).isEqualTo(TransientFailure.LASTING);
        assertThat(of(new IllegalStateException("a bug"))).isEqualTo(TransientFailure.LASTING);
    }

    private static TransientFailure of(Exception failure) {
        return TransientFailure.of(new RuntimeException("wrapped", failure));
    }
}
