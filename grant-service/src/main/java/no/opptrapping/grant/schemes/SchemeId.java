package no.opptrapping.grant.schemes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which scheme (<i>tilskuddsordning</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record SchemeId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public SchemeId {}

    /** A new identity. */
    public static SchemeId random() {
        return new SchemeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
