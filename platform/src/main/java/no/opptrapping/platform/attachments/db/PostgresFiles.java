package no.opptrapping.platform.attachments.db;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.opptrapping.platform.attachments.AttachmentId;
import no.opptrapping.platform.attachments.FileStore;
import no.opptrapping.platform.attachments.StoreKind;
import no.opptrapping.platform.database.PlainSql;

/** The content of attachments as rows of at most 256 KB, written and read one at a time. */
@ApplicationScoped
class PostgresFiles implements FileStore {
    private static final int CHUNK = 256 * 1024;

    private final PlainSql sql;

    PostgresFiles(PlainSql sql) {
        this.sql = sql;
    }

    @Override
    public StoreKind kind() {
        return StoreKind.DATABASE;
    }

    @Override
    public void write(AttachmentId id, Path file) throws IOException {
        try (var content = Files.newInputStream(file)) {
            var chunk = content.readNBytes(CHUNK);
            for (var place = 0; chunk.length > 0; place++) {
                sql.update(
                        "insert into attachment_chunk (attachment_id, place, content) values (?, ?, ?)",
                        id.value(),
                        place,
                        chunk);
                chunk = content.readNBytes(CHUNK);
            }
        }
    }

    /** A connection is held while a chunk is read, and not while it is sent. */
    @Override
    public InputStream read(AttachmentId id, long from, long length) {
        return new ChunkStream(from, length, CHUNK, place -> chunk(id, place));
    }

    private byte[] chunk(AttachmentId id, int place) {
        return sql.one(
                "select content from attachment_chunk where attachment_id = ? and place = ?",
                row -> row.getBytes(1),
                id.value(),
                place);
    }

    @Override
    public void remove(AttachmentId id) {
        sql.update("delete from attachment_chunk where attachment_id = ?", id.value());
    }
}
