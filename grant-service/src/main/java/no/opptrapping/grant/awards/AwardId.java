package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
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

    @Override
    public String toString() {
        return value.toString();
    }
}
