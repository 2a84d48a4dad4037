package no.opptrapping.reporting.obligations;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.MunicipalityId;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The identity of a reporting room, derived from municipality and year: there is one room for each. */
@Schema(type = SchemaType.STRING, format = "uuid", implementation = String.class)
public record ReportId(@JsonValue UUID value) implements Comparable<ReportId> {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ReportId {}

    /** The room of the municipality in the year. */
    public static ReportId of(MunicipalityId municipality, Year year) {
        return new ReportId(
                UUID.nameUUIDFromBytes(("report/" + municipality + "/" + year).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public int compareTo(ReportId other) {
        return value.toString().compareTo(other.value.toString());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
