package no.opptrapping.platform.attachments.db;

import java.io.InputStream;
import java.util.function.IntFunction;

/** Bytes that stand in chunks of one size, fetched one chunk after the other. */
class ChunkStream extends InputStream {
    private static final byte[] NONE = {};

    private final int size;
    private final IntFunction<byte[]> chunks;
    private long at;
    private long left;
    private byte[] chunk = NONE;
    private long chunkFrom = -1;

    ChunkStream(long from, long length, int size, IntFunction<byte[]> chunks) {
        this.at = from;
        this.left = length;
        this.size = size;
        this.chunks = chunks;
    }

    @Override
    public int read() {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        fetch();
        var within = (int) (at - chunkFrom);
        var some = (int) Math.min(Math.min(length, left), chunk.length - within);
        if (some <= 0) {
            throw new IllegalStateException("The content ends before its size says");
        }
        System.arraycopy(chunk, within, into, offset, some);
        at += some;
        left -= some;
        return some;
    }

    private void fetch() {
        var place = at / size;
        if (chunkFrom != place * size) {
            chunkFrom = place * size;
            chunk = chunks.apply((int) place);
        }
    }
}
