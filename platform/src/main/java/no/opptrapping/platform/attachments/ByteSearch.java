package no.opptrapping.platform.attachments;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The bytes of a file, looked up where they stand on disk and not held. */
final class ByteSearch {
    private final ByteBuffer bytes;

    private ByteSearch(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static ByteSearch in(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return new ByteSearch(channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size()));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    int size() {
        return bytes.limit();
    }

    boolean holds(byte[] wanted) {
        return find(wanted, 0) >= 0;
    }

    /** Where the bytes stand next from a place, or -1. */
    int find(byte[] wanted, int from) {
        for (var at = from; at <= size() - wanted.length; at++) {
            if (bytes.get(at) == wanted[0] && stands(wanted, at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean stands(byte[] wanted, int at) {
        for (var i = 1; i < wanted.length; i++) {
            if (bytes.get(at + i) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    byte at(int place) {
        return bytes.get(place);
    }

    /** A copy of a piece. */
    byte[] piece(int from, int to) {
        var piece = new byte[Math.max(0, Math.min(to, size()) - from)];
        bytes.get(from, piece);
        return piece;
    }
}
