package no.opptrapping.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import no.opptrapping.embedded.DirectoryLock;
import no.opptrapping.embedded.StartFailure;
import org.jspecify.annotations.Nullable;

/** Where a run keeps its databases, topics and logs; a directory that nobody named is removed at the end. */
final class DataDirectory implements AutoCloseable {
    private static final long MEGABYTE = 1024 * 1024;
    private static final long NEEDED = 500 * MEGABYTE;

    private final Path path;
    private final boolean kept;
    private final DirectoryLock lock;

    private DataDirectory(Path path, boolean kept, DirectoryLock lock) {
        this.path = path;
        this.kept = kept;
        this.lock = lock;
    }

    static DataDirectory open(@Nullable Path wanted) {
        try {
            var path = wanted == null ? Files.createTempDirectory("opptrapping-") : wanted;
            var lock = DirectoryLock.take(path, "deploy/up");
            var directory = new DataDirectory(path.toRealPath(), wanted != null, lock);
            directory.requireSpace();
            return directory;
        } catch (IOException e) {
            throw new StartFailure("Cannot use " + wanted + " as a data directory: " + e.getMessage(), e);
        }
    }

    private void requireSpace() throws IOException {
        var left = Files.getFileStore(path).getUsableSpace();
        if (left < NEEDED) {
            close();
            throw new StartFailure("The disk that holds " + path + " is full: " + left / MEGABYTE + " MB are free and "
                    + NEEDED / MEGABYTE + " MB are needed.");
        }
    }

    Path path() {
        return path;
    }

    /** Whether it outlives this run. */
    boolean isKept() {
        return kept;
    }

    @Override
    public void close() {
        lock.close();
        if (!kept) {
            try (var files = Files.walk(path)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException e) {
                System.err.println("Could not remove " + path + ": " + e.getMessage());
            }
        }
    }
}
