package no.opptrapping.grant.schemes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
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

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<SchemeId> parse(String text) {
        try {
            return Optional.of(new SchemeId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
