package no.opptrapping.platform.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A county governor's office (<i>statsforvalterembete</i>): one organisation, under changing names and with changing
 * counties. A UUID derived from what it was in 2012, so that every rebuild of the register gives the same.
 */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record CountyGovernorOfficeId(@JsonValue UUID value) implements Comparable<CountyGovernorOfficeId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CountyGovernorOfficeId {}

    @Override
    public int compareTo(CountyGovernorOfficeId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
