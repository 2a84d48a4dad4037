package no.opptrapping.reporting.statistics;

import java.math.BigDecimal;
import java.util.Optional;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.reports.ApprovedFigures;

/**
 * Man-years by target group, exact, and whose they are.
 *
 * @param answered how many municipalities, as they were in the year, they are the answers of
 * @param inhabitants those of the municipalities that answered; empty when some of them is not known
 */
public record ManYearsFigures(BigDecimal adults, BigDecimal children, int answered, Optional<BigDecimal> inhabitants) {
    /** None, of nobody. */
    public static final ManYearsFigures ZERO =
            new ManYearsFigures(BigDecimal.ZERO, BigDecimal.ZERO, 0, Optional.of(BigDecimal.ZERO));

    /** A cell alone, without the municipality that it is of. */
    static ManYearsFigures of(ApprovedFigures.Cell cell) {
        var value = cell.value().value();
        return cell.targetGroup() == TargetGroup.ADULTS
                ? new ManYearsFigures(value, BigDecimal.ZERO, 0, Optional.of(BigDecimal.ZERO))
                : new ManYearsFigures(BigDecimal.ZERO, value, 0, Optional.of(BigDecimal.ZERO));
    }

    /** One municipality that has answered, without its figures. */
    static ManYearsFigures answer(Optional<BigDecimal> inhabitants) {
        return new ManYearsFigures(BigDecimal.ZERO, BigDecimal.ZERO, 1, inhabitants);
    }

    public ManYearsFigures plus(ManYearsFigures other) {
        return new ManYearsFigures(
                adults.add(other.adults),
                children.add(other.children),
                answered + other.answered,
                inhabitants.flatMap(one -> other.inhabitants.map(one::add)));
    }

    /** Adults and children together. */
    public BigDecimal total() {
        return adults.add(children);
    }

    /** The part that a share of the people brings with it; the answer counts in each part. */
    ManYearsFigures times(BigDecimal share) {
        return new ManYearsFigures(
                adults.multiply(share),
                children.multiply(share),
                answered,
                inhabitants.map(people -> people.multiply(share)));
    }
}
