package no.opptrapping.grant.priornotices;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which prior notice. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record PriorNoticeId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PriorNoticeId {}

    static PriorNoticeId random() {
        return new PriorNoticeId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
