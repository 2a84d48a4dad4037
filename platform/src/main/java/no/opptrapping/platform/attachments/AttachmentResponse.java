package no.opptrapping.platform.attachments;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An attachment as the APIs show it.
 *
 * @param bytes its size
 * @param sha256 the digest of its content, which is its ETag too
 */
@Schema(name = "Attachment")
public record AttachmentResponse(
        AttachmentId id,
        @Schema(maxLength = 200) String name,

        @Schema(description = "What it is by its content, whatever it is called")
        FileType type,

        @Schema(description = "Its size in bytes, 1 to 26 214 400", minimum = "1", maximum = "26214400")
        int bytes,

        @Schema(
                description = "SHA-256 of its content in hexadecimal; the ETag of its content",
                maxLength = 64,
                pattern = "^[0-9a-f]{64}$")
        String sha256,

        @Schema(
                description =
                        "Whether it can be read: ready, waiting for the scanner, or infected and its content gone")
        AttachmentState state,

        @Schema(description = "The instant at which it came (UTC)")
        Instant addedAt) {
    public static AttachmentResponse of(Attachment attachment) {
        return new AttachmentResponse(
                attachment.id(),
                attachment.name(),
                attachment.type(),
                attachment.bytes(),
                attachment.sha256(),
                attachment.state(),
                attachment.addedAt());
    }
}
