package no.opptrapping.grant.appropriations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which appropriation (<i>bevilgning</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record AppropriationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AppropriationId {}

    /** A new identity. */
    public static AppropriationId random() {
        return new AppropriationId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
