package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which application (<i>søknad</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ApplicationId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ApplicationId {}

    /** A new identity. */
    public static ApplicationId random() {
        return new ApplicationId(UUID.randomUUID());
    }

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<ApplicationId> parse(String text) {
        try {
            return Optional.of(new ApplicationId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
