package no.opptrapping.platform.testing;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Keeps the answers of the examples whole: with <code>-Dexamples.update=true</code> every file of examples gets what was
 * answered beyond what it shows. The API document is to be written anew afterwards.
 */
final class ExampleUpdate {
    private static final Path FILES = Path.of("src/main/resources/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    private ExampleUpdate() {}

    static void answered(String operation, JsonNode answer) {
        var file = FILES.resolve(operation + ".json");
        if (!Boolean.getBoolean("examples.update") || !Files.exists(file)) {
            return;
        }
        try {
            var example = (ObjectNode) JSON.readTree(Files.readString(file));
            if (example.has("answer") && !example.path("answer").equals(answer)) {
                example.set("answer", answer);
                Files.writeString(file, JSON.writer(printer()).writeValueAsString(example) + "\n");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file.toString(), unwritable);
        }
    }

    private static DefaultPrettyPrinter printer() {
        var printer = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""));
        printer.indentArraysWith(DefaultIndenter.SYSTEM_LINEFEED_INSTANCE);
        return printer;
    }
}
