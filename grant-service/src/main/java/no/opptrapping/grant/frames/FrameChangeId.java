package no.opptrapping.grant.frames;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which change of frames. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record FrameChangeId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FrameChangeId {}

    /** A new identity. */
    public static FrameChangeId random() {
        return new FrameChangeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
