package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractSamplesTest {
    @TempDir
    Path contracts;

    private ContractSamples samples;

    record Note(String text) {}

    @BeforeEach
    void oneContract() throws IOException {
        write("note.v1.schema.json", """
                {"$schema":"https://json-schema.org/draft/2020-12/schema","$id":"urn:opptrapping:contract:note.v1",
                 "type":"object","required":["text"],
                 "properties":{"text":{"type":"string"},"at":{"type":"string","format":"date-time"}}}
                """);
        write("note.v1.sample-1.json", "{\"text\":\"first\",\"at\":\"2025-01-02T03:04:05Z\"}");
        samples = ContractSamples.in("note-service", contracts);
    }

    @Test
    void acceptsSamplesThatFitTheirSchema() {
        assertThatCode(samples::assertConsistent).doesNotThrowAnyException();
        assertThat(samples.topics()).containsExactly("note.v1");
    }

    @Test
    void refusesASampleThatAChangedSchemaNoLongerAllows() throws IOException {
        write("note.v1.sample-2.json", "{\"text\":5}");
        assertThatThrownBy(samples::assertConsistent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/text");
    }

    @Test
    void refusesATimeThatIsNone() {
        assertThatThrownBy(() -> samples.assertFits("note.v1", "{\"text\":\"x\",\"at\":\"yesterday\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/at");
    }

    @Test
    void refusesASchemaUnderAnotherName() throws IOException {
        Files.move(contracts.resolve("note.v1.schema.json"), contracts.resolve("note.v2.schema.json"));
        assertThatThrownBy(samples::assertConsistent)
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("$id");
    }

    @Test
    void refusesAProducedEventThatIsNotTheApprovedOne() {
        assertThatThrownBy(() -> samples.assertApproved("note.v1", 1, "{\"text\":\"other\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("needs a new version");
    }

    @Test
    void refusesAProducedEventWithoutAnApprovedSample() {
        assertThatThrownBy(() -> samples.assertApproved("note.v1", 9, "{\"text\":\"other\"}"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("approved sample");
        assertThat(contracts.resolve("note.v1.sample-9.json")).doesNotExist();
    }

    @Test
    void acceptsTheApprovedEventHoweverItIsIndented() {
        assertThatCode(() -> samples.assertApproved(
                        "note.v1", 1, "{ \"text\": \"first\", \"at\": \"2025-01-02T03:04:05Z\" }"))
                .doesNotThrowAnyException();
    }

    @Test
    void acceptsWhatTheSchemaHasGotSinceAndDoesNotRequire() throws IOException {
        var produced = "{\"text\":\"first\",\"at\":\"2025-01-02T03:04:05Z\",\"since\":1}";
        assertThatThrownBy(() -> samples.assertApproved("note.v1", 1, produced)).isInstanceOf(AssertionError.class);
        var schema = Files.readString(contracts.resolve("note.v1.schema.json"));
        write(
                "note.v1.schema.json",
                schema.replaceFirst("\"properties\": *\\{", "$0\"since\":{\"type\":\"integer\"},"));
        assertThatCode(() -> samples.assertApproved("note.v1", 1, produced)).doesNotThrowAnyException();
    }

    @Test
    void givesASampleAsTheEventThatAConsumerReads() {
        var event = samples.event("note.v1", 1, "subject", 3);
        assertThat(event.dataAs(Note.class)).isEqualTo(new Note("first"));
        assertThat(samples.record("note.v1", 1, "subject", 3)
                        .headers()
                        .lastHeader("ce_aggregateversion")
                        .value())
                .isEqualTo("3".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private void write(String name, String content) throws IOException {
        Files.writeString(contracts.resolve(name), content);
    }
}
