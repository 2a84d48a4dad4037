package no.opptrapping.reporting.reports.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.problems.LocalisedFaults;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.reports.ControlReports;
import no.opptrapping.reporting.reports.Report;
import no.opptrapping.reporting.reports.Reports;
import org.jspecify.annotations.Nullable;

/** Puts reports into the words of the caller. */
@ApplicationScoped
class ReportResponses {
    private final ControlReports control;
    private final KnownMunicipalities municipalities;
    private final LocalisedFaults faults;
    private final Texts texts;
    private final CurrentLanguage language;
    private final Clock clock;

    ReportResponses(
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
    ReportResponse of(Report report) {
        return of(report, control.controlled(report));
    }

    @Transactional
    ReportResponse of(Report report, ControlReports.Controlled controlled) {
        var findings = controlled.findings();
        return new ReportResponse(
                report.id(),
                report.state().status(),
                report.year().getValue(),
                party(report.municipalityId(), report.number(), report.year(), municipalities.structure()),
                bearer(report.municipalityId(), municipalities.structure()),
                report.basis().dueOn(),
                new ReportResponse.FormEdition(
                        report.form().code(), report.form().edition()),
                report.basis().size(),
                report.edition(),
                edition(report.approvedEdition()),
                report.submission().map(Report.Submission::at).orElse(null),
                late(
                        report.submission().map(Report.Submission::firstAt),
                        report.basis().dueOn()),
                report.answers(),
                controlled.origins(),
                faults.of(findings.errors()),
                faults.of(findings.warnings()),
                report.state().remarksOrNone(),
                added(report));
    }

    ReportResponse.Line line(Reports.Heading report, Structure structure) {
        return new ReportResponse.Line(
                report.id(),
                report.status(),
                report.year().getValue(),
                party(report.municipalityId(), report.number(), report.year(), structure),
                bearer(report.municipalityId(), structure),
                report.dueOn(),
                report.edition(),
                edition(report.approvedEdition()),
                report.submittedAt().orElse(null),
                late(report.firstSubmittedAt(), report.dueOn()));
    }

    private static @Nullable Integer edition(OptionalInt edition) {
        return edition.isPresent() ? edition.getAsInt() : null;
    }

    private static @Nullable Boolean late(Optional<Instant> firstSubmittedAt, LocalDate dueOn) {
        return firstSubmittedAt
                .map(first -> BusinessDates.of(first).isAfter(dueOn))
                .orElse(null);
    }

    private static ReportResponse.Party party(
            MunicipalityId municipality, MunicipalityNumber number, Year year, Structure structure) {
        var inItsYear = LocalDate.of(year.getValue(), 1, 1);
        return new ReportResponse.Party(
                municipality,
                number,
                structure
                        .on(municipality, inItsYear)
                        .map(KnownMunicipality::name)
                        .orElse(number.value()));
    }

    /** Who has to report today; the municipality itself when its successor is not known. */
    private MunicipalityId bearer(MunicipalityId municipality, Structure structure) {
        return structure.dutyBearer(municipality, BusinessDates.today(clock)).orElse(municipality);
    }

    private ReportResponse.@Nullable Added added(Report report) {
        return report.addition()
                .map(addition -> {
                    var awards = control.added(report).stream()
                            .map(award ->
                                    new ReportResponse.AddedAward(award.awardId(), award.reference(), award.paid()))
                            .toList();
                    return new ReportResponse.Added(
                            addition.since(), text(report, awards), awards, control.asked(report));
                })
                .orElse(null);
    }

    private String text(Report report, List<ReportResponse.AddedAward> awards) {
        var references =
                awards.stream().map(ReportResponse.AddedAward::reference).collect(Collectors.joining(", "));
        return texts.text(
                language.get(),
                awards.isEmpty() ? "reports.award-gone" : "reports.addition",
                Map.of("awards", references, "dueOn", report.basis().dueOn()));
    }
}
