package no.opptrapping.platform.attachments;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.nio.file.Path;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file as a request brought it, looked through; it lies on disk until the request is answered. An operation takes it
 * as its body. A request that is sent again brings the same one, whatever has been found in it.
 *
 * @param id what it is to be called when it is taken in; a place outside the database has it noted
 * @param name as its sender calls it; empty if that cannot be read
 * @param type what it is by its content; null when it is nothing that is accepted
 * @param broken what stands in its way, whatever it is to belong to
 */
@Schema(
        name = "AttachedFile",
        type = SchemaType.STRING,
        format = "binary",
        maxLength = 26_214_400,
        implementation = String.class,
        description = "The file itself")
public record ReceivedFile(
        @JsonIgnore AttachmentId id,
        String name,
        int bytes,
        String sha256,
        @JsonIgnore @Nullable FileType type,
        @JsonIgnore AttachmentState state,
        @JsonIgnore List<BrokenRule> broken,
        @JsonIgnore Path path) {
    public ReceivedFile {
        broken = List.copyOf(broken);
    }
}
