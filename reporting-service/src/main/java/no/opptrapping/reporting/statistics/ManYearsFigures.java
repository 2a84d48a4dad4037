package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.reports.ApprovedFigures;

/** Man-years by target group, exact. */
public record ManYearsFigures(BigDecimal adults, BigDecimal children) {
    /** None. */
    public static final ManYearsFigures ZERO = new ManYearsFigures(BigDecimal.ZERO, BigDecimal.ZERO);

    static ManYearsFigures of(ApprovedFigures.Cell cell) {
        var value = cell.value().value();
        return cell.targetGroup() == TargetGroup.ADULTS
                ? new ManYearsFigures(value, BigDecimal.ZERO)
                : new ManYearsFigures(BigDecimal.ZERO, value);
    }

    public ManYearsFigures plus(ManYearsFigures other) {
        return new ManYearsFigures(adults.add(other.adults), children.add(other.children));
    }

    /** Adults and children together. */
    public BigDecimal total() {
        return adults.add(children);
    }

    ManYearsFigures times(BigDecimal share) {
        return new ManYearsFigures(adults.multiply(share), children.multiply(share));
    }
}
