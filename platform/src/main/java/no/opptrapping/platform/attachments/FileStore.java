package no.opptrapping.platform.attachments;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Keeps the content of attachments. One of each kind there is. */
public interface FileStore {
    StoreKind kind();

    /** Stores the content of a file. In the database it takes part in the caller's transaction. */
    void write(AttachmentId id, Path file) throws IOException;

    /** Reads so many bytes from a place, without holding more than a piece of it in memory. */
    InputStream read(AttachmentId id, long from, long length);

    /** Takes the content away, if it is there. */
    void remove(AttachmentId id);
}
