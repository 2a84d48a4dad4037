package no.opptrapping.reporting.reports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.reporting.controls.ReportUnderControl;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.Measures;
import no.opptrapping.reporting.forms.ServiceAnswer;

/** Fills in what is known already, so that nobody is asked for it twice, and says where each value comes from. */
final class Prefill {
    private Prefill() {}

    /**
     * The answers with everything known filled in: what was paid and carried in, an account for each award and none for others, the
     * services that the awards are for, and last year's man-years where none are written. What the municipality has
     * written stays.
     */
    static Answers filled(ReportUnderControl report) {
        var answers = report.answers();
        var extended = answers.withAccounts(accounts(report));
        if (report.size() == FormSize.FULL) {
            extended = extended.withServices(services(report));
        }
        if (answers.manYears().isEmpty()) {
            extended = extended.withManYears(
                    report.lastYear().map(Answers::manYears).orElse(List.of()));
        }
        return extended;
    }

    private static List<AccountAnswer> accounts(ReportUnderControl report) {
        return report.accountable().stream()
                .map(award -> report.answers().accounts().stream()
                        .filter(account -> account.awardId().equals(award.awardId()))
                        .findFirst()
                        .orElseGet(() -> AccountAnswer.opened(award.awardId(), award.paid()))
                        .with(award.carriedIn(), award.paid()))
                .toList();
    }

    private static List<ServiceAnswer> services(ReportUnderControl report) {
        var services = new ArrayList<>(report.answers().services());
        Measures.CODES.stream()
                .filter(measure -> isPaidFor(report, measure))
                .filter(measure -> services.stream()
                        .noneMatch(answered -> answered.measure().equals(measure)))
                .map(ServiceAnswer::opened)
                .forEach(services::add);
        return services;
    }

    private static boolean isPaidFor(ReportUnderControl report, String measure) {
        return report.accountable().stream().anyMatch(award -> award.measures().contains(measure));
    }

    /** Where the values that are known otherwise, and still stand as they were filled in, come from: by JSON pointer. */
    static Map<String, Origin> origins(ReportUnderControl report) {
        var origins = new LinkedHashMap<String, Origin>();
        var accounts = report.answers().accounts();
        for (var i = 0; i < accounts.size(); i++) {
            var account = accounts.get(i);
            var at = "/accounts/" + i;
            report.accountable().stream()
                    .filter(award -> award.awardId().equals(account.awardId()))
                    .forEach(award -> {
                        if (award.paid().equals(account.received())) {
                            origins.put(at + "/received", Origin.PAYMENT);
                        }
                        if (award.carriedIn().equals(account.carriedIn())) {
                            origins.put(at + "/carriedIn", Origin.CARRY_OVER);
                        }
                    });
        }
        var services = report.answers().services();
        for (var i = 0; i < services.size(); i++) {
            if (services.get(i).offered() && isPaidFor(report, services.get(i).measure())) {
                origins.put("/services/" + i + "/offered", Origin.AWARD);
            }
        }
        var lastYear = report.lastYear().map(Answers::manYears).orElse(List.<ManYearsAnswer>of());
        var manYears = report.answers().manYears();
        for (var i = 0; i < manYears.size(); i++) {
            if (lastYear.contains(manYears.get(i))) {
                origins.put("/manYears/" + i + "/value", Origin.LAST_YEAR);
            }
        }
        return origins;
    }
}
