package no.opptrapping.reporting.obligations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An obligation's identity, derived from what it is for, so that the same event twice can never make two. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ObligationId(@JsonValue UUID value) implements Comparable<ObligationId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ObligationId {}

    /** The identity of the obligation to report on an award, a framework allocation or what is carried over of an award. */
    public static ObligationId of(UUID cause) {
        return new ObligationId(UUID.nameUUIDFromBytes(("obligation/" + cause).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int compareTo(ObligationId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
