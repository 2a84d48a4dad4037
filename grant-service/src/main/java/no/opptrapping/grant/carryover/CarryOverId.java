package no.opptrapping.grant.carryover;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which carry-over, derived from what it is of, so that the same report twice can never make two. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record CarryOverId(@JsonValue UUID value) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CarryOverId {}

    /** The identity of what is carried over of the award from the year. */
    public static CarryOverId of(AwardId award, Year from) {
        return new CarryOverId(
                UUID.nameUUIDFromBytes(("carry-over/" + award + "/" + from).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
