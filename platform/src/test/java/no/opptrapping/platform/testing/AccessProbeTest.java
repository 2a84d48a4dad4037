package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AccessProbeTest {
    private static final String HEADER = "operation,of,"
            + Arrays.stream(AccessCaller.values()).map(AccessCaller::column).collect(Collectors.joining(","));

    @Test
    void saysWhichOperationsWithAnIdAreNotDeclaredAndWhichDeclaredOnesThereAreNot() {
        var document = """
                {"paths": {
                  "/v1/calls": {"get": {"operationId": "listCalls"}},
                  "/v1/calls/{id}": {"get": {"operationId": "getCall"}, "parameters": []}}}
                """;
        var refused = ",refused".repeat(AccessCaller.values().length);
        var table = AccessTable.parse(List.of(HEADER, "listCalls," + refused));

        var differences = AccessProbe.of(document, table, Map.of(), (_, _) -> AccessProbe.Thing.named("id", "1"))
                .differences();

        assertThat(differences)
                .containsExactly(
                        "getCall: the operation has an id and no row in the table.",
                        "listCalls: nobody is served, so that nothing shows that it works.",
                        "listCalls: the table has a row, and there is no such operation with an id.");
    }
}
