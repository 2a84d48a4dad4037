package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.reporting.obligations.ReportId;

/** A municipality's own figures beside those of municipalities like it: what it gets back for reporting. */
public record BenchmarkSheet(ReportId report, Year year, List<Line> lines) {
    public BenchmarkSheet {
        lines = List.copyOf(lines);
    }

    /**
     * One figure.
     *
     * @param code what it is; its text stands under {@code statistics.benchmark.}
     * @param own of the report as it is written now; empty when it cannot be calculated
     */
    public record Line(
            String code, Optional<BigDecimal> own, Comparison kostraGroup, Comparison county, Comparison country) {}

    /**
     * The same figure of approved reports together.
     *
     * @param key the group that is compared with
     * @param value empty when there is no approved report to compare with
     * @param reports how many approved reports it is of
     */
    public record Comparison(String key, Optional<BigDecimal> value, int reports) {}
}
