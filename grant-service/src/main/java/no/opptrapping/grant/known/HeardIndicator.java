package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * All that indicator.v1 has told of one version of an indicator that this service reads.
 *
 * @param values decimal figures for a quantity, class codes for a grouping
 */
public record HeardIndicator(
        String code,
        Kind kind,
        Year year,
        LocalDate structureDate,
        int version,
        String unit,
        String source,
        List<Value> values) {
    /** What sort of thing the values are. */
    public enum Kind {
        QUANTITY,
        GROUPING
    }

    /** One municipality's figure or class. */
    public record Value(MunicipalityNumber number, String value) {}

    public HeardIndicator {
        values = List.copyOf(values);
    }
}
