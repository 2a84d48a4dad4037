package no.opptrapping.reporting.statistics.rest;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import no.opptrapping.reporting.obligations.ReportId;
import no.opptrapping.reporting.statistics.BenchmarkSheet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A municipality's own figures beside those of municipalities like it. */
@Schema(name = "BenchmarkSheet")
record BenchmarkResponse(ReportId report, int year, List<Line> items) {
    /** One figure. */
    @Schema(name = "BenchmarkLine")
    record Line(
            String code, String name, @Nullable String own, Compared kostraGroup, Compared county, Compared country) {}

    /** The same figure of approved reports together. */
    @Schema(name = "BenchmarkComparison")
    record Compared(String key, @Nullable String value, int reports) {
        static Compared of(BenchmarkSheet.Comparison comparison) {
            return new Compared(comparison.key(), text(comparison.value()), comparison.reports());
        }
    }

    static @Nullable String text(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse(null);
    }
}
