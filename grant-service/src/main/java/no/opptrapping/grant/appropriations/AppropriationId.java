package no.opptrapping.grant.appropriations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
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

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<AppropriationId> parse(String text) {
        try {
            return Optional.of(new AppropriationId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
