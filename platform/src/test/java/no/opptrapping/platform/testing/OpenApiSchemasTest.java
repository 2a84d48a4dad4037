package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OpenApiSchemasTest {
    @Test
    void namesOfLanguagesOfNothingAndOfJavaAreRefused() throws JsonProcessingException {
        assertThat(OpenApiSchemas.badNames(read("""
                {"components": {"schemas": {"LocalDate": {}, "Kind": {}, "Model1": {}, "AwardResponse": {},
                 "PageAward": {}, "Award": {}, "AwardPage": {}, "LedgerEntryKind": {}}}}""")))
                .containsExactly("LocalDate", "Kind", "Model1", "AwardResponse", "PageAward");
    }

    @Test
    void idsOfSeveralOperationsAreFound() throws JsonProcessingException {
        assertThat(OpenApiSchemas.sharedIds(read("""
                {"paths": {"/a": {"get": {"operationId": "read"}, "put": {"operationId": "write"}},
                 "/b": {"get": {"operationId": "read"}}}}"""))).containsExactly("read");
    }

    @Test
    void bodiesWithoutAnExampleAreFound() throws JsonProcessingException {
        assertThat(OpenApiSchemas.withoutRequest(read("""
                {"paths": {"/a": {"get": {"operationId": "read"},
                 "put": {"operationId": "write", "requestBody": {"content": {"application/json": {"schema": {}}}}},
                 "post": {"operationId": "make",
                          "requestBody": {"content": {"application/json": {"example": {}}}}}}}}"""))).containsExactly("write");
    }

    @Test
    void bodiesThatTheirSchemaRefusesAreFound() throws JsonProcessingException {
        assertThat(OpenApiSchemas.unfitRequests(read("""
                {"paths": {"/a": {"get": {"operationId": "read"},
                 "put": {"operationId": "write", "requestBody": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Award"}, "example": {"amount": "1"}}}}},
                 "post": {"operationId": "make", "requestBody": {"content": {"application/json": {
                   "schema": {"$ref": "#/components/schemas/Award"}, "examples": {"one": {"value": {"amount": 1}}}}}}}}},
                 "components": {"schemas": {"Award": {"properties": {"amount": {"type": "integer"}}}}}}""")))
                .singleElement()
                .asString()
                .startsWith("write: ");
    }

    @Test
    void figuresDatesTruthsAndCodesWithoutWordsAreFound() throws JsonProcessingException {
        assertThat(OpenApiSchemas.undescribed(read("""
                {"components": {"schemas": {
                 "Status": {"type": "string", "enum": ["open", "closed"]},
                 "Kroner": {"type": "integer", "description": "Whole kroner"},
                 "Award": {"type": "object", "properties": {
                   "name": {"type": "string"}, "kind": {"type": "string", "enum": ["award"]},
                   "amount": {"$ref": "#/components/schemas/Kroner"},
                   "rank": {"type": ["integer", "null"]}, "on": {"type": "string", "format": "date"},
                   "late": {"type": "boolean"}, "early": {"type": "boolean", "description": "Before the deadline"},
                   "status": {"anyOf": [{"$ref": "#/components/schemas/Status"}, {"type": "null"}]},
                   "shares": {"type": "array", "items": {"type": "number"}}}}}}}""")))
                .containsExactly("Award.rank", "Award.on", "Award.late", "Award.status", "Award.shares");
    }

    @Test
    void wordsForWhatIsNotThereAreFound() throws JsonProcessingException {
        assertThat(OpenApiSchemas.idleWords(
                        read("""
                {"components": {"schemas": {"ObjectiveModel": {"properties": {"rate": {}}}, "Award": {}}}}"""), Set.of("Award", "Gone", "rate", "gone", "Model.rate", "Award.rate")))
                .containsExactly("Award.rate", "Gone", "gone");
    }

    private static JsonNode read(String document) throws JsonProcessingException {
        return new ObjectMapper().readTree(document);
    }
}
