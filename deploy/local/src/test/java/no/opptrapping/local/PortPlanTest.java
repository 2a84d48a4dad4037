package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import no.opptrapping.embedded.StartFailure;
import org.junit.jupiter.api.Test;

class PortPlanTest {
    @Test
    void countsEveryPortFromTheBase() {
        var plan = new PortPlan(8080);

        assertThat(plan.issuer()).isEqualTo(8080);
        assertThat(plan.of(Service.MUNICIPALITY)).isEqualTo(8081);
        assertThat(plan.of(Service.GRANT)).isEqualTo(8082);
        assertThat(plan.of(Service.REPORTING)).isEqualTo(8083);
        assertThat(plan.postgres()).isEqualTo(8090);
        assertThat(plan.kafka()).isEqualTo(8091);
        assertThat(plan.kafkaController()).isEqualTo(8092);
    }

    @Test
    void refusesABaseOutsideTheUsablePorts() {
        assertThatThrownBy(() -> new PortPlan(80))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("80");
        assertThatThrownBy(() -> new PortPlan(65530)).isInstanceOf(StartFailure.class);
    }

    @Test
    void saysWhichPortIsTakenAndWhatToDo() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] {127, 0, 0, 1}))) {
            assertThatThrownBy(() -> new PortPlan(socket.getLocalPort()).requireFree(true))
                    .isInstanceOf(StartFailure.class)
                    .hasMessage(
                            "Port " + socket.getLocalPort() + ", which the issuer needs, is taken by another program."
                                    + " --port-base N moves all ports.");
        }
    }
}
