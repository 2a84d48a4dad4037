package no.opptrapping.reporting.known;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * What indicator.v1 says of one indicator in one year and structure.
 *
 * @param values decimal figures of a quantity, class codes of a grouping; a municipality that is absent is unknown
 * @param joint figures that several municipalities have together and none of them alone
 * @param withdrawn that the version should not be used any more, if that has been told
 */
public record KnownIndicator(
        String code,
        Year year,
        LocalDate structureDate,
        int version,
        List<Value> values,
        @Nullable List<Joint> joint,
        @Nullable Withdrawn withdrawn) {
    /** The code of the total population on 1 January. */
    public static final String POPULATION = "population";

    /** The code of the KOSTRA groups. */
    public static final String KOSTRA_GROUP = "kostra-group";

    /** The code of the health regions. */
    public static final String HEALTH_REGION = "health-region";

    /** One municipality's figure or class. */
    public record Value(MunicipalityNumber number, String value) {}

    /** When a version was withdrawn, and why. */
    public record Withdrawn(Instant at, String reason) {}

    /** The figure of several municipalities together. */
    public record Joint(List<MunicipalityNumber> numbers, String value) {}

    public KnownIndicator {
        values = List.copyOf(values);
        joint = joint == null ? List.of() : List.copyOf(joint);
    }

    /** A version that is in use. */
    public KnownIndicator(
            String code,
            Year year,
            LocalDate structureDate,
            int version,
            List<Value> values,
            @Nullable List<Joint> joint) {
        this(code, year, structureDate, version, values, joint, null);
    }

    /** The joint figures, none when the sender had none. */
    public List<Joint> jointly() {
        return joint == null ? List.of() : joint;
    }
}
