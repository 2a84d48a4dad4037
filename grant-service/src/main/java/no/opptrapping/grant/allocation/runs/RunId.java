package no.opptrapping.grant.allocation.runs;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which allocation run (<i>fordelingskjøring</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record RunId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {}

    /** A new identity. */
    public static RunId random() {
        return new RunId(UUID.randomUUID());
    }

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<RunId> parse(String text) {
        try {
            return Optional.of(new RunId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
