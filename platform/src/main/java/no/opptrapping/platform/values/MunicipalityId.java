package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A municipality's identity: the legal body through renumberings and renamings, unlike its {@link MunicipalityNumber}.
 * A UUID derived from the first number and the founding date, so that every rebuild of the register gives the same.
 */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record MunicipalityId(@JsonValue UUID value) implements Comparable<MunicipalityId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public MunicipalityId {}

    /** The identity, or empty if the text is not a UUID. */
    public static Optional<MunicipalityId> parse(String text) {
        try {
            return text.length() == 36 ? Optional.of(new MunicipalityId(UUID.fromString(text))) : Optional.empty();
        } catch (IllegalArgumentException notAnIdentity) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(MunicipalityId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
