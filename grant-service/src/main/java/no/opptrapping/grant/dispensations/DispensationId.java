package no.opptrapping.grant.dispensations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which dispensation. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record DispensationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DispensationId {}

    /** A new identity. */
    public static DispensationId random() {
        return new DispensationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
