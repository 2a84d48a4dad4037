package no.opptrapping.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import no.opptrapping.embedded.StartFailure;

/** The result as a JSON file. */
final class ResultFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private ResultFile() {}

    static String json(Result result, Duration elapsed) throws IOException {
        ObjectNode root = JSON.valueToTree(result.figures());
        root.put("seconds", elapsed.toSeconds());
        var illustration = root.putObject("illustration");
        for (var language : Language.values()) {
            illustration.put(language.tag(), Texts.in(language).text("illustration"));
        }
        if (!result.faults().isEmpty()) {
            root.set("faults", JSON.valueToTree(result.faults()));
        }
        return JSON.writeValueAsString(root) + "\n";
    }

    static void write(Path file, Result result, Duration elapsed) {
        try {
            Files.writeString(file, json(result, elapsed));
        } catch (IOException e) {
            throw new StartFailure("Cannot write the result to " + file + ": " + e.getMessage(), e);
        }
    }
}
