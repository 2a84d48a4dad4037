package no.opptrapping.grant.known;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * All that indicator.v1 has told of one version of an indicator that this service reads.
 *
 * @param values decimal figures for a quantity, class codes for a grouping
 * @param withdrawal that it should not be used any more, if that has been told; nobody takes it back
 */
public record HeardIndicator(
        String code,
        Kind kind,
        Year year,
        LocalDate structureDate,
        int version,
        String unit,
        String source,
        List<Value> values,
        Optional<Withdrawal> withdrawal) {
    /** What sort of thing the values are. */
    public enum Kind {
        QUANTITY,
        GROUPING
    }

    /** One municipality's figure or class. */
    public record Value(MunicipalityNumber number, String value) {}

    /** When a version was withdrawn, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** A version that is in use. */
    public HeardIndicator(
            String code,
            Kind kind,
            Year year,
            LocalDate structureDate,
            int version,
            String unit,
            String source,
            List<Value> values) {
        this(code, kind, year, structureDate, version, unit, source, values, Optional.empty());
    }

    public HeardIndicator {
        values = List.copyOf(values);
    }
}
