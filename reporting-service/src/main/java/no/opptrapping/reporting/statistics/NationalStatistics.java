package no.opptrapping.reporting.statistics;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The national result of a year: every table of it, from one reading. */
@ApplicationScoped
public class NationalStatistics {
    /** The groupings of the national result. */
    public static final List<Grouping> GROUPINGS = List.of(
            Grouping.COUNTRY,
            Grouping.COUNTY,
            Grouping.KOSTRA_GROUP,
            Grouping.POPULATION_CLASS,
            Grouping.HEALTH_REGION);

    private final MoneyStatistics money;
    private final ManYearsStatistics manYears;
    private final ResponseStatistics response;

    NationalStatistics(MoneyStatistics money, ManYearsStatistics manYears, ResponseStatistics response) {
        this.money = money;
        this.manYears = manYears;
        this.response = response;
    }

    /** Everything of one year, money and response each in all of {@link #GROUPINGS}. */
    public record Result(List<MoneyTable> money, ManYearsTable manYears, List<ResponseTable> response) {
        public Result {
            money = List.copyOf(money);
            response = List.copyOf(response);
        }

        /** Money in one of {@link #GROUPINGS}. */
        public MoneyTable money(Grouping by) {
            return money.get(GROUPINGS.indexOf(by));
        }

        /** Response in one of {@link #GROUPINGS}. */
        public ResponseTable response(Grouping by) {
            return response.get(GROUPINGS.indexOf(by));
        }
    }

    @Transactional
    public Result result(StatisticsRequest request) {
        return new Result(
                money.tables(request, GROUPINGS), manYears.byArea(request), response.tables(request, GROUPINGS));
    }
}
