package no.opptrapping.municipality.reference;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The lines of one file of reference data, without comments. */
final class ReferenceLines {
    private final String file;
    private final String text;

    private ReferenceLines(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /** The file of that name among the service's resources. */
    static ReferenceLines read(String file) {
        try (var stream = ReferenceLines.class.getResourceAsStream("/reference/" + file)) {
            if (stream == null) {
                throw new MalformedReference(file, 0, "the file is missing", null);
            }
            return of(file, new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("Cannot read reference data " + file, unreadable);
        }
    }

    static ReferenceLines of(String file, String text) {
        return new ReferenceLines(file, text);
    }

    String text() {
        return text;
    }

    /**
     * Each line through the parser.
     *
     * @throws MalformedReference with file and line if the parser throws
     */
    @CanIgnoreReturnValue
    <T> List<T> each(Function<String, T> parser) {
        var parsed = new ArrayList<T>();
        var lines = text.lines().toList();
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            try {
                parsed.add(parser.apply(line));
            } catch (RuntimeException unreadable) {
                throw new MalformedReference(file, i + 1, line, unreadable);
            }
        }
        return parsed;
    }
}
