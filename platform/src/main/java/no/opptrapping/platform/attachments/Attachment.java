package no.opptrapping.platform.attachments;

import java.time.Instant;
import java.util.Optional;

/**
 * A file that belongs to something (<i>vedlegg</i>).
 *
 * @param number its place among all that there are, growing with time
 * @param name as its sender calls it, without a path
 * @param bytes its size, 1 to {@link AttachmentHolder#MOST_OF_ONE}
 * @param sha256 of its content, in hexadecimal
 * @param store where its content is
 * @param addedBy who sent it, for the record: never shown
 * @param removedAt when it was taken away; it is kept with what it was submitted with
 */
public record Attachment(
        AttachmentId id,
        long number,
        AttachmentHolder holder,
        String name,
        FileType type,
        int bytes,
        String sha256,
        AttachmentState state,
        StoreKind store,
        Instant addedAt,
        String addedBy,
        Optional<Instant> removedAt) {}
