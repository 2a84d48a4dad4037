package no.opptrapping.platform.problems;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnavailabilityTest {
    @Test
    void tellsOfAServerThatAcceptsAndSaysNothing() throws Exception {
        try (var frozen = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var asked = new CompletableFuture<Throwable>();
            var caller = Thread.ofPlatform().start(() -> asked.complete(catchThrowable(() -> connect(frozen))));
            try (var connection = frozen.accept()) {
                assertThat(connection.getInputStream().read()).isNotNegative();
                caller.interrupt();
                assertThat(Unavailability.of(new IllegalStateException("The rows cannot be read", asked.get())))
                        .contains(Unavailability.DATABASE);
            }
        }
    }

    @Test
    void takesAFaultInAStatementForAFaultOfOurs() {
        assertThat(Unavailability.of(new SQLException("no such table", "42P01")))
                .isEmpty();
        assertThat(Unavailability.of(new SQLException("odd", "99999"))).isEmpty();
    }

    private static void connect(ServerSocket server) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", "nobody");
        settings.setProperty("loginTimeout", "30");
        DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + server.getLocalPort() + "/none", settings);
    }
}
