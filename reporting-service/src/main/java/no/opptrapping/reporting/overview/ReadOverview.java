package no.opptrapping.reporting.overview;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.Progress;
import no.opptrapping.reporting.reports.ControlReports;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.Reports;
import org.jspecify.annotations.Nullable;

/** Reads what a municipality has to do. */
@ApplicationScoped
public class ReadOverview {
    private final Obligations obligations;
    private final Reports reports;
    private final ControlReports control;
    private final Clock clock;

    ReadOverview(Obligations obligations, Reports reports, ControlReports control, Clock clock) {
        this.obligations = obligations;
        this.reports = reports;
        this.control = control;
        this.clock = clock;
    }

    /** The overview of these municipalities: one, and those whose duties are its own. */
    @Transactional
    public MunicipalOverview of(Set<MunicipalityId> municipalities) {
        var unfinished = obligations.unfinished(municipalities);
        var today = BusinessDates.today(clock);
        var due = unfinished.stream()
                .map(Obligation::reportId)
                .distinct()
                .flatMap(room -> reports.find(room).stream())
                .map(report -> due(report, today))
                .sorted(Comparator.comparing(MunicipalOverview.Due::dueOn))
                .toList();
        var waiting = unfinished.stream()
                .filter(obligation -> obligation.status() == ObligationStatus.WAITING)
                .count();
        return new MunicipalOverview(due, Math.toIntExact(waiting));
    }

    private MunicipalOverview.Due due(Report report, LocalDate today) {
        var theirMove = report.state().progress() == Progress.WITH_THE_MUNICIPALITY;
        var accounts = report.answers().accounts();
        return new MunicipalOverview.Due(
                report.id(),
                report.year(),
                report.state().status(),
                report.basis().dueOn(),
                report.submission().isEmpty() && today.isAfter(report.basis().dueOn()),
                !theirMove && report.addition().isPresent(),
                theirMove ? control.findings(report).stopping() : List.of(),
                new MunicipalOverview.Money(
                        sum(accounts, AccountAnswer::carriedIn),
                        sum(accounts, AccountAnswer::received),
                        sum(accounts, AccountAnswer::spent),
                        sum(accounts, AccountAnswer::unspent)));
    }

    private static Kroner sum(List<AccountAnswer> accounts, Function<AccountAnswer, @Nullable Kroner> amount) {
        return Kroner.sum(accounts.stream()
                .map(account -> Optional.ofNullable(amount.apply(account)))
                .flatMap(Optional::stream)
                .toList());
    }
}
