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
        int year,
        @Nullable LocalDate structureDate,
        int version,
        @Nullable String unit,
        @Nullable String source,
        @Nullable String licence,
        @Nullable List<Figure> values,
        @Nullable Withdrawal withdrawn) {
    record Figure(MunicipalityNumber number, String value) {}

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
                Year.of(year),
                structureDate,
                version,
                unit == null ? "" : unit,
                source == null ? "" : licence == null ? source : source + ", " + licence,
                values.stream()
                        .map(one -> new HeardIndicator.Value(one.number(), one.value()))
                        .toList(),
                Optional.ofNullable(withdrawn).map(Withdrawal::heard));
        if (read.kind() == HeardIndicator.Kind.QUANTITY) {
            read.values().forEach(IndicatorV1::requireNumber);
        }
        return read;
    }

    private static HeardIndicator.Kind kindOf(@Nullable String kind) {
        return switch (kind) {
            case "quantity" -> HeardIndicator.Kind.QUANTITY;
            case "grouping" -> HeardIndicator.Kind.GROUPING;
            case null, default -> throw new UnusableEvent("An indicator of an unknown kind: " + kind);
        };
    }

    private static void requireNumber(HeardIndicator.Value value) {
        try {
            var _ = new BigDecimal(value.value());
        } catch (NumberFormatException notANumber) {
            throw new UnusableEvent(
                    "The figure of " + value.number() + " is not a number: " + value.value(), notANumber);
        }
    }
}
