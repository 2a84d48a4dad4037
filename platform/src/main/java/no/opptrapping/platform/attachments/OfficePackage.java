package no.opptrapping.platform.attachments;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLStreamException;

/**
 * Reads a package of Office Open XML (ECMA-376) entry by entry without opening it: what it is by its declared content
 * types, whether something in it runs or brings what runs, and whether it grows beyond measure. Packages within it are
 * looked into too.
 */
final class OfficePackage {
    private static final int MOST_ENTRIES = 5_000;
    private static final long MOST_INFLATED = 300L * 1024 * 1024;
    /** An entry that is larger than this may not be more than so many times its packed size (as Apache POI has it). */
    private static final long SMALL = 1024 * 1024;

    private static final int MOST_TIMES = 100;
    private static final int DEEPEST = 3;

    private static final Pattern MACROS =
            Pattern.compile(".*(vbaproject.*\\.bin|vbadata\\.xml|/macrosheets/.*|/activex/.*|/customui/.*vba.*)");
    private static final Pattern OBJECTS = Pattern.compile(".*(/embeddings/.*\\.bin|oleobject[^/]*)");
    private static final Pattern PACKAGES = Pattern.compile(".*\\.(docx|xlsx|pptx|docm|xlsm|pptm|zip)");

    private final Set<String> faults = new TreeSet<>();
    private Optional<FileType> type = Optional.empty();
    private int entries;
    private long inflated;

    private OfficePackage() {}

    static OfficePackage inspect(Path file) {
        var found = new OfficePackage();
        found.read(file);
        return found;
    }

    /** Which of the accepted types it is, if it is one. */
    Optional<FileType> type() {
        return type;
    }

    /** The codes of what stands in its way, each once. */
    List<String> faults() {
        return List.copyOf(faults);
    }

    private void read(Path file) {
        try (var zip = new ZipFile(file.toFile())) {
            var names = new HashSet<String>();
            var all = zip.entries();
            while (all.hasMoreElements() && fits()) {
                var entry = all.nextElement();
                if (!names.add(name(entry))) {
                    // Two programs may each read another one of the two.
                    faults.add("attachment.unreadable");
                }
                try (var content = zip.getInputStream(entry)) {
                    read(entry, content, Math.max(1, entry.getCompressedSize()), 0);
                }
            }
        } catch (Grows grows) {
            faults.add("attachment.grows");
        } catch (IOException | IllegalArgumentException unreadable) {
            faults.add("attachment.unreadable");
        }
    }

    private void read(ZipEntry entry, InputStream content, long packed, int depth) throws IOException {
        entries++;
        var name = name(entry);
        if (MACROS.matcher(name).matches()) {
            faults.add("attachment.macros");
        } else if (OBJECTS.matcher(name).matches()) {
            faults.add("attachment.holds-files");
        }
        var counted = new Counted(content, packed);
        if (name.equals("[content_types].xml")) {
            contentTypes(counted, depth);
        } else if (name.endsWith(".rels")) {
            relations(counted);
        } else if (PACKAGES.matcher(name).matches()) {
            within(counted, depth);
        }
        counted.readOut();
    }

    private void within(InputStream content, int depth) throws IOException {
        if (depth >= DEEPEST) {
            throw new Grows();
        }
        var zip = new ZipInputStream(content);
        for (var entry = zip.getNextEntry(); entry != null && fits(); entry = zip.getNextEntry()) {
            // What it is packed to is known only after it, so that the bound of all holds alone.
            read(entry, zip, Long.MAX_VALUE / MOST_TIMES, depth + 1);
        }
    }

    private void contentTypes(InputStream xml, int depth) throws IOException {
        var declared = elements(xml, "ContentType");
        if (declared.stream().anyMatch(one -> one.contains("macroenabled") || one.contains("vbaproject"))) {
            faults.add("attachment.macros");
        }
        if (depth == 0) {
            type = declared.contains(FileType.MEDIA_DOCX + ".main+xml")
                    ? Optional.of(FileType.DOCX)
                    : declared.contains(FileType.MEDIA_XLSX + ".main+xml")
                            ? Optional.of(FileType.XLSX)
                            : Optional.empty();
        }
    }

    /** A template that is fetched from elsewhere brings its macros along. */
    private void relations(InputStream xml) throws IOException {
        if (elements(xml, "Type", "TargetMode").stream()
                .anyMatch(one -> one.endsWith("external")
                        && (one.contains("/attachedtemplate")
                                || one.contains("/oleobject")
                                || one.contains("/frame")))) {
            faults.add("attachment.macros");
        }
    }

    private List<String> elements(InputStream xml, String... attributes) throws IOException {
        try {
            return PlainXml.attributes(xml, attributes);
        } catch (XMLStreamException malformed) {
            if (malformed.getNestedException() instanceof IOException cause) {
                throw cause;
            }
            faults.add("attachment.unreadable");
            return List.of();
        }
    }

    private boolean fits() throws Grows {
        if (entries >= MOST_ENTRIES) {
            throw new Grows();
        }
        return true;
    }

    private static String name(ZipEntry entry) {
        return entry.getName().toLowerCase(Locale.ROOT).replace('\\', '/');
    }

    /** Counts what comes out, and stops where it is too much. */
    private final class Counted extends FilterInputStream {
        private final long most;
        private long read;

        Counted(InputStream content, long packed) {
            super(content);
            this.most = Math.max(SMALL, packed * MOST_TIMES);
        }

        @Override
        public int read() throws IOException {
            var one = in.read();
            if (one >= 0) {
                count(1);
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var some = in.read(into, offset, length);
            if (some > 0) {
                count(some);
            }
            return some;
        }

        @Override
        public boolean markSupported() {
            return false;
        }

        /** The entry is closed by whoever opened it. */
        @Override
        public void close() {}

        void readOut() throws IOException {
            var piece = new byte[16 * 1024];
            while (read(piece, 0, piece.length) >= 0) {
                // Counted, and not kept.
            }
        }

        private void count(int some) throws Grows {
            read += some;
            inflated += some;
            if (read > most || inflated > MOST_INFLATED) {
                throw new Grows();
            }
        }
    }

    /** It becomes larger than anything that people write. */
    private static final class Grows extends IOException {
        private static final long serialVersionUID = 1;
    }
}
