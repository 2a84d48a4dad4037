package no.opptrapping.grant.known.kafka;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.platform.events.UnusableEvent;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** The fields of indicator.v1 that this service reads. */
record IndicatorV1(
        @Nullable String code,
        @Nullable String kind,
        @Nullable String weightedBy,
        int year,
        @Nullable LocalDate structureDate,
        int version,
        @Nullable String unit,
        @Nullable String source,
        @Nullable String licence,
        @Nullable List<Figure> values,
        @Nullable List<Together> joint,
        @Nullable Withdrawal withdrawn) {
    record Figure(MunicipalityNumber number, String value) {}

    record Together(List<MunicipalityNumber> numbers, String value) {}

    record Withdrawal(@Nullable Instant at, @Nullable String reason) {
        HeardIndicator.Withdrawal heard() {
            if (at == null || reason == null) {
                throw new UnusableEvent("A withdrawal without time or reason");
            }
            return new HeardIndicator.Withdrawal(at, reason);
        }
    }

    HeardIndicator heard() {
        if (code == null || structureDate == null || values == null) {
            throw new UnusableEvent("An indicator without code, structure date or values");
        }
        var read = new HeardIndicator(
                code,
                kindOf(kind),
                Optional.ofNullable(weightedBy),
                Year.of(year),
                structureDate,
                version,
                unit == null ? "" : unit,
                source == null ? "" : licence == null ? source : source + ", " + licence,
                values.stream()
                        .map(one -> new HeardIndicator.Value(one.number(), one.value()))
                        .toList(),
                Optional.ofNullable(joint).orElseGet(List::of).stream()
                        .map(one -> new HeardIndicator.Joint(one.numbers(), one.value()))
                        .toList(),
                Optional.ofNullable(withdrawn).map(Withdrawal::heard));
        if (read.kind() != HeardIndicator.Kind.GROUPING) {
            read.values().forEach(one -> requireNumber(one.value(), "The figure of " + one.number()));
            read.joint().forEach(one -> requireNumber(one.value(), "The joint figure of " + one.numbers()));
        }
        return read;
    }

    /** The contract's kinds are older than its ratios: a quantity that is weighed is one. */
    private HeardIndicator.Kind kindOf(@Nullable String told) {
        return switch (told) {
            case "quantity" -> weightedBy == null ? HeardIndicator.Kind.QUANTITY : HeardIndicator.Kind.RATIO;
            case "grouping" -> HeardIndicator.Kind.GROUPING;
            case null, default -> throw new UnusableEvent("An indicator of an unknown kind: " + told);
        };
    }

    private static void requireNumber(String value, String what) {
        try {
            var _ = new BigDecimal(value);
        } catch (NumberFormatException notANumber) {
            throw new UnusableEvent(what + " is not a number: " + value, notANumber);
        }
    }
}
