package no.opptrapping.reporting.reports.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.LocalisedFaults;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ControlReports;
import no.opptrapping.reporting.reports.Report;
import org.jspecify.annotations.Nullable;

/** Puts reports into the words of the caller. */
@ApplicationScoped
class ReportViews {
    private final ControlReports control;
    private final KnownMunicipalities municipalities;
    private final LocalisedFaults faults;
    private final Texts texts;
    private final CurrentLanguage language;
    private final Clock clock;

    ReportViews(
            ControlReports control,
            KnownMunicipalities municipalities,
            LocalisedFaults faults,
            Texts texts,
            CurrentLanguage language,
            Clock clock) {
        this.control = control;
        this.municipalities = municipalities;
        this.faults = faults;
        this.texts = texts;
        this.language = language;
        this.clock = clock;
    }

    @Transactional
    ReportView view(Report report) {
        return view(report, control.controlled(report));
    }

    @Transactional
    ReportView view(Report report, ControlReports.Controlled controlled) {
        var findings = controlled.findings();
        return new ReportView(
                report.id(),
                report.state().status(),
                report.year().getValue(),
                party(report, municipalities.structure()),
                bearer(report, municipalities.structure()),
                report.basis().dueOn(),
                new ReportView.FormEdition(report.form().code(), report.form().edition()),
                report.basis().size(),
                report.edition(),
                approvedEdition(report),
                report.submission().map(Report.Submission::at).orElse(null),
                late(report),
                report.answers(),
                controlled.origins(),
                faults.of(findings.errors()),
                faults.of(findings.warnings()),
                report.state().remarksOrNone(),
                added(report));
    }

    ReportView.Line line(Report report, Structure structure) {
        return new ReportView.Line(
                report.id(),
                report.state().status(),
                report.year().getValue(),
                party(report, structure),
                bearer(report, structure),
                report.basis().dueOn(),
                report.edition(),
                approvedEdition(report),
                report.submission().map(Report.Submission::at).orElse(null),
                late(report));
    }

    private static @Nullable Integer approvedEdition(Report report) {
        return report.approvedEdition().isPresent() ? report.approvedEdition().getAsInt() : null;
    }

    private static @Nullable Boolean late(Report report) {
        return report.submission()
                .map(submission -> BusinessDates.of(submission.firstAt())
                        .isAfter(report.basis().dueOn()))
                .orElse(null);
    }

    private static ReportView.Party party(Report report, Structure structure) {
        var inItsYear = LocalDate.of(report.year().getValue(), 1, 1);
        return new ReportView.Party(
                report.municipalityId(),
                report.number(),
                structure
                        .on(report.municipalityId(), inItsYear)
                        .map(KnownMunicipality::name)
                        .orElse(report.number().value()));
    }

    /** Who has to report today; the municipality itself when its successor is not known. */
    private MunicipalityId bearer(Report report, Structure structure) {
        return structure
                .dutyBearer(report.municipalityId(), BusinessDates.today(clock))
                .orElse(report.municipalityId());
    }

    private ReportView.@Nullable Added added(Report report) {
        return report.addition()
                .map(addition -> {
                    var awards = control.added(report).stream()
                            .map(award -> new ReportView.AddedAward(award.awardId(), award.reference(), award.paid()))
                            .toList();
                    return new ReportView.Added(addition.since(), text(report, awards), awards, control.asked(report));
                })
                .orElse(null);
    }

    private String text(Report report, List<ReportView.AddedAward> awards) {
        var references = awards.stream().map(ReportView.AddedAward::reference).collect(Collectors.joining(", "));
        return texts.text(
                language.get(),
                awards.isEmpty() ? "reports.award-gone" : "reports.addition",
                Map.of("awards", references, "dueOn", report.basis().dueOn()));
    }
}
