package no.opptrapping.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a directory to one running process at a time; the operating system lets go of it when the process dies. */
public final class DirectoryLock implements AutoCloseable {
    private final FileChannel channel;

    private DirectoryLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the directory, which is created if need be.
     *
     * @throws StartFailure if another process has it
     */
    public static DirectoryLock take(Path directory, String by) {
        FileChannel channel = null;
        try {
            Files.createDirectories(directory);
            channel = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) {
                return new DirectoryLock(channel);
            }
            channel.close();
            throw inUse(directory, by);
        } catch (OverlappingFileLockException e) {
            closeQuietly(channel, e);
            throw inUse(directory, by);
        } catch (IOException e) {
            closeQuietly(channel, e);
            throw new StartFailure("Cannot use " + directory + " for " + by + ": " + e.getMessage(), e);
        }
    }

    private static StartFailure inUse(Path directory, String by) {
        return new StartFailure(directory + " is in use: " + by + " is already running there.");
    }

    private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel, Exception because) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
