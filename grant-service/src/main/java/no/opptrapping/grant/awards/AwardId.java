package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which award (<i>tilsagn</i>). */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record AwardId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public AwardId {}

    /** A new identity. */
    public static AwardId random() {
        return new AwardId(UUID.randomUUID());
    }

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<AwardId> parse(String text) {
        try {
            return Optional.of(new AwardId(UUID.fromString(text)));
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
