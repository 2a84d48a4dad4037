package no.opptrapping.reporting.controls;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.ManYears;

/** Rules about the cube of man-years. */
final class ManYearsControls {
    private static final int DECIMALS = 2;

    /**
     * More man-years per 1 000 inhabitants than this is asked about. The country had 2.8 in 2016 (14 633 man-years,
     * IS-24/8); the smallest municipalities, with a few hundred inhabitants, can have five times as many.
     */
    private static final BigDecimal PER_THOUSAND = new BigDecimal("15");

    private static final BigDecimal THOUSAND = new BigDecimal("1000");
    private static final BigDecimal CHANGED_PART = new BigDecimal("0.25");
    private static final BigDecimal CHANGED_BY = new BigDecimal("2");

    private ManYearsControls() {}

    static Stream<Breach> missing(ReportUnderControl report) {
        return report.answers().manYears().isEmpty() ? Stream.of(Breach.at("/manYears")) : Stream.empty();
    }

    static Stream<Breach> negative(ReportUnderControl report) {
        return cells(report).filter(index -> value(report, index).isNegative()).mapToObj(ManYearsControls::atValue);
    }

    static Stream<Breach> tooManyDecimals(ReportUnderControl report) {
        return cells(report)
                .filter(index -> value(report, index).decimals() > DECIMALS)
                .mapToObj(ManYearsControls::atValue);
    }

    static Stream<Breach> sameCellTwice(ReportUnderControl report) {
        var cells = report.answers().manYears();
        return cells(report)
                .filter(index -> cells.stream().limit(index).anyMatch(earlier -> earlier.sameCellAs(cells.get(index))))
                .mapToObj(index -> Breach.at("/manYears/" + index));
    }

    static Stream<Breach> implausible(ReportUnderControl report) {
        var total = report.answers().totalManYears();
        return report
                .inhabitants()
                .filter(inhabitants -> inhabitants.signum() > 0)
                .filter(inhabitants ->
                        total.value().multiply(THOUSAND).compareTo(PER_THOUSAND.multiply(inhabitants)) > 0)
                .map(inhabitants -> Breach.at("/manYears")
                        .with("manYears", total.text())
                        .with(
                                "perThousand",
                                total.value()
                                        .multiply(THOUSAND)
                                        .divide(inhabitants, 1, RoundingMode.HALF_UP)
                                        .toPlainString()))
                .stream();
    }

    static Stream<Breach> changed(ReportUnderControl report) {
        var now = report.answers().totalManYears();
        Optional<ManYears> before = report.lastYear().map(Answers::totalManYears);
        return before
                .filter(last -> changedMuch(last.value(), now.value()))
                .map(last -> Breach.at("/manYears").with("before", last.text()).with("now", now.text()))
                .stream();
    }

    private static boolean changedMuch(BigDecimal before, BigDecimal now) {
        var change = now.subtract(before).abs();
        return change.compareTo(CHANGED_BY) > 0 && change.compareTo(before.multiply(CHANGED_PART)) > 0;
    }

    private static IntStream cells(ReportUnderControl report) {
        return IntStream.range(0, report.answers().manYears().size());
    }

    private static ManYears value(ReportUnderControl report, int index) {
        return report.answers().manYears().get(index).value();
    }

    private static Breach atValue(int index) {
        return Breach.at("/manYears/" + index + "/value");
    }
}
