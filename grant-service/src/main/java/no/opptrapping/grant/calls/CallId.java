package no.opptrapping.grant.calls;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which call (<i>utlysning</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record CallId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CallId {}

    /** A new identity. */
    public static CallId random() {
        return new CallId(UUID.randomUUID());
    }

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<CallId> parse(String text) {
        try {
            return Optional.of(new CallId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
