package no.opptrapping.platform.attachments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Looks for what acts by itself in a PDF (ISO 32000-2: scripts 12.6.4.17, programs that are started 12.6.4.6, files within
 * 7.11.4) or hides its content (encryption 7.6). It reads names wherever they stand, in objects and in compressed streams
 * of objects, and inflates no more than a bound; libraries that read a whole document hold such a stream in memory,
 * however large it becomes.
 */
final class PdfScan {
    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern ACTING = Pattern.compile("/(?:JavaScript|Launch|RichMedia)(?![A-Za-z0-9])");
    private static final Pattern WITHIN = Pattern.compile("/EmbeddedFiles?(?![A-Za-z0-9])");
    private static final Pattern ENCRYPTED = Pattern.compile("/Encrypt(?![A-Za-z0-9])");
    private static final Pattern OF_OBJECTS = Pattern.compile("/ObjStm(?![A-Za-z0-9])|/First[ 0-9]");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "endstream".getBytes(StandardCharsets.US_ASCII);
    private static final int WINDOW = 64 * 1024;
    /** As long as the longest name that is looked for, with each of its letters escaped. */
    private static final int OVERLAP = 64;

    private static final int DICTIONARY = 2 * 1024;
    /** So much may all streams of objects become together. */
    private static final int MOST_INFLATED = 64 * 1024 * 1024;

    private final ByteSearch file;
    private final Set<String> faults = new TreeSet<>();
    private int inflated;

    private PdfScan(ByteSearch file) {
        this.file = file;
    }

    static PdfScan of(Path file) {
        var scan = new PdfScan(ByteSearch.in(file));
        scan.lookThrough();
        scan.lookIntoStreams();
        return scan;
    }

    /** The codes of what stands in its way, each once. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void lookThrough() {
        for (var at = 0; at < file.size(); at += WINDOW) {
            look(file.piece(Math.max(0, at - OVERLAP), at + WINDOW));
        }
    }

    private void lookIntoStreams() {
        var at = file.find(STREAM, 0);
        while (at >= 0) {
            if (beginsHere(at) && OF_OBJECTS.matcher(names(dictionary(at))).find()) {
                inflate(at + STREAM.length);
            }
            at = file.find(STREAM, at + STREAM.length);
        }
    }

    /** A stream begins with its keyword and a line end (7.3.8.1). */
    private boolean beginsHere(int at) {
        var next = at + STREAM.length;
        return (at < 3 || file.at(at - 1) != 'd')
                && next < file.size()
                && (file.at(next) == '\n' || file.at(next) == '\r');
    }

    private byte[] dictionary(int at) {
        return file.piece(Math.max(0, at - DICTIONARY), at);
    }

    private void inflate(int after) {
        var from = after;
        while (from < file.size() && (file.at(from) == '\r' || file.at(from) == '\n')) {
            from++;
        }
        var end = file.find(END, from);
        var inflater = new Inflater();
        try {
            inflate(inflater, from, end < 0 ? file.size() : end);
        } catch (DataFormatException unknownFilter) {
            faults.add("attachment.unreadable");
        } finally {
            inflater.end();
        }
    }

    private void inflate(Inflater inflater, int from, int end) throws DataFormatException {
        var window = new byte[OVERLAP + WINDOW];
        for (var at = from; at < end && !inflater.finished(); at += WINDOW) {
            inflater.setInput(file.piece(at, Math.min(end, at + WINDOW)));
            for (var made = inflater.inflate(window, OVERLAP, WINDOW);
                    made > 0;
                    made = inflater.inflate(window, OVERLAP, WINDOW)) {
                inflated += made;
                if (inflated > MOST_INFLATED) {
                    faults.add("attachment.grows");
                    return;
                }
                look(Arrays.copyOf(window, OVERLAP + made));
                System.arraycopy(window, made, window, 0, OVERLAP);
            }
        }
    }

    private void look(byte[] piece) {
        var names = names(piece);
        find(names, ACTING, "attachment.acts");
        find(names, WITHIN, "attachment.holds-files");
        find(names, ENCRYPTED, "attachment.encrypted");
    }

    private void find(String names, Pattern wanted, String code) {
        if (wanted.matcher(names).find()) {
            faults.add(code);
        }
    }

    /** A name may be written with escapes, and is the same (7.3.5). */
    private static String names(byte[] piece) {
        var text = new String(piece, StandardCharsets.ISO_8859_1);
        return text.indexOf('#') < 0
                ? text
                : ESCAPED.matcher(text)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }
}
