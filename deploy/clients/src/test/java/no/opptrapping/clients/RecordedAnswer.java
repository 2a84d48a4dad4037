package no.opptrapping.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** An answer that the story test over all three services left, as {@code <service>/<operation>-<status>-<n>.json}. */
record RecordedAnswer(String service, String operation, int status, String body) {
    private static final Path ALL = Path.of("..", "local", "target", "answers");
    private static final Pattern NAME = Pattern.compile("(\\w+)-(\\d+)-\\d+\\.json");

    static List<RecordedAnswer> all() throws IOException {
        try (var files = Files.walk(ALL)) {
            return files.filter(Files::isRegularFile)
                    .sorted()
                    .map(RecordedAnswer::read)
                    .toList();
        }
    }

    static RecordedAnswer of(String service, String operation, int status) {
        return read(ALL.resolve(service).resolve(operation + "-" + status + "-1.json"));
    }

    private static RecordedAnswer read(Path file) {
        var name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            throw new IllegalStateException(file + " is not named as a recorded answer");
        }
        var service = file.getName(file.getNameCount() - 2).toString();
        try {
            return new RecordedAnswer(service, name.group(1), Integer.parseInt(name.group(2)), Files.readString(file));
        } catch (IOException e) {
            throw new IllegalStateException("Play the year first: ./mvnw verify", e);
        }
    }

    @Override
    public String toString() {
        return service + " " + operation + " " + status;
    }
}
