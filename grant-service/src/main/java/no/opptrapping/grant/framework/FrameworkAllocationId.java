package no.opptrapping.grant.framework;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which framework allocation. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record FrameworkAllocationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FrameworkAllocationId {}

    /** A new identity. */
    public static FrameworkAllocationId random() {
        return new FrameworkAllocationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
