package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class OpenApiContractTest {
    @Test
    void findsTheSuccessesThatTheDocumentSaysNothingOf() throws JsonProcessingException {
        var document = new ObjectMapper().readTree("""
                {"paths": {"/v1/awards/{id}": {
                  "parameters": [],
                  "get": {"responses": {
                    "200": {"content": {"application/json": {"schema": {}}}},
                    "404": {"description": "no"}}},
                  "put": {"responses": {"200": {"content": {"application/json": {"schema": {"type": "object"}}}}}},
                  "post": {"responses": {"201": {"description": "Made"}}},
                  "delete": {"responses": {"204": {"description": "Gone"}}}}}}""");

        assertThat(OpenApiContract.undescribed(document))
                .containsExactlyInAnyOrder("get /v1/awards/{id} 200", "post /v1/awards/{id} 201");
    }
}
