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
 * @param weightedBy of a ratio, and of nothing else: the indicator that municipalities are weighed by when it is averaged
 * @param values decimal figures for a quantity or ratio, class codes for a grouping
 * @param joint figures that several municipalities have together and none of them alone
 * @param withdrawal that it should not be used any more, if that has been told; nobody takes it back
 */
public record HeardIndicator(
        String code,
        Kind kind,
        Optional<String> weightedBy,
        Year year,
        LocalDate structureDate,
        int version,
        String unit,
        String source,
        List<Value> values,
        List<Joint> joint,
        Optional<Withdrawal> withdrawal) {
    /** What sort of thing the values are. */
    public enum Kind {
        /** Figures that can be added up. */
        QUANTITY,
        /** Figures for each inhabitant, which are averaged by weight and never added up. */
        RATIO,
        /** Codes of classes. */
        GROUPING
    }

    /** One municipality's figure or class. */
    public record Value(MunicipalityNumber number, String value) {}

    /** One figure of several municipalities together. */
    public record Joint(List<MunicipalityNumber> numbers, String value) {
        public Joint {
            numbers = List.copyOf(numbers);
        }
    }

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

    /** A version without joint figures; a ratio is weighed by the population. */
    public HeardIndicator(
            String code,
            Kind kind,
            Year year,
            LocalDate structureDate,
            int version,
            String unit,
            String source,
            List<Value> values,
            Optional<Withdrawal> withdrawal) {
        this(
                code,
                kind,
                kind == Kind.RATIO ? Optional.of("population") : Optional.empty(),
                year,
                structureDate,
                version,
                unit,
                source,
                values,
                List.of(),
                withdrawal);
    }

    public HeardIndicator {
        values = List.copyOf(values);
        joint = List.copyOf(joint);
        if ((kind == Kind.RATIO) != weightedBy.isPresent()) {
            throw new IllegalArgumentException("A ratio, and nothing else, is weighed: " + code);
        }
    }
}
