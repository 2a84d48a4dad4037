package no.opptrapping.reporting.reports;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.controls.Findings;
import no.opptrapping.reporting.controls.ReportUnderControl;
import no.opptrapping.reporting.controls.ReportUnderControl.Accountable;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.Obligations;
import no.opptrapping.reporting.obligations.ReportId;

/** Puts beside a report what the service knows otherwise, and holds the one against the other. */
@ApplicationScoped
public class ControlReports {
    private final Obligations obligations;
    private final KnownGrants grants;
    private final KnownIndicators indicators;
    private final Reports reports;

    ControlReports(Obligations obligations, KnownGrants grants, KnownIndicators indicators, Reports reports) {
        this.obligations = obligations;
        this.grants = grants;
        this.indicators = indicators;
        this.reports = reports;
    }

    /**
     * A report held against what is known otherwise.
     *
     * @param findings what the controls find
     * @param origins where the values that were filled in for the municipality come from, by JSON pointer
     */
    public record Controlled(Findings findings, Map<String, Origin> origins) {}

    /** The report as it is now, held against what is known otherwise. */
    public Controlled controlled(Report report) {
        var underControl = underControl(report);
        return new Controlled(Findings.of(underControl), Prefill.origins(underControl));
    }

    /** What the controls find in the report as it is now. */
    public Findings findings(Report report) {
        return Findings.of(underControl(report));
    }

    /** What the next submission has to answer: the answers as they are, with what was added since filled in. */
    public Answers asked(Report report) {
        return report.addition().isEmpty() ? report.answers() : Prefill.filled(underControl(report));
    }

    /** The awards that the next submission has to account for beyond what the last one did, or with another sum. */
    public List<Accountable> added(Report report) {
        return underControl(report).accountable().stream()
                .filter(award -> report.added().contains(ObligationId.of(award.cause())))
                .toList();
    }

    ReportUnderControl underControl(Report report) {
        return underControl(report.municipalityId(), report.number(), report.year(), report.basis(), report.answers());
    }

    ReportUnderControl underControl(
            MunicipalityId municipality, MunicipalityNumber number, Year year, Basis basis, Answers answers) {
        return new ReportUnderControl(
                answers,
                basis.size(),
                accountable(obligations.inRoom(ReportId.of(municipality, year))),
                reports.inForce(municipality, year.minusYears(1)),
                inhabitants(number, year));
    }

    private List<Accountable> accountable(Collection<Obligation> room) {
        var owed = new TreeMap<UUID, Obligation>();
        room.stream()
                .filter(obligation -> obligation.status().isLive())
                .forEach(obligation -> obligation.cause().award().ifPresent(award -> owed.put(award, obligation)));
        return grants.awards(owed.keySet()).stream()
                .flatMap(
                        award -> Optional.ofNullable(owed.get(award.awardId()))
                                .map(obligation -> accountable(award, obligation))
                                .stream())
                .toList();
    }

    private static Accountable accountable(KnownAward award, Obligation obligation) {
        var carriedIn = obligation.cause().carryOver().isPresent();
        return new Accountable(
                award.awardId(),
                obligation.cause().id(),
                award.reference(),
                carriedIn ? obligation.received() : Kroner.ZERO,
                carriedIn ? Kroner.ZERO : obligation.received(),
                Optional.ofNullable(award.reporting().auditorThreshold()),
                award.measures().stream().map(KnownAward.Measure::code).collect(Collectors.toUnmodifiableSet()));
    }

    private Optional<BigDecimal> inhabitants(MunicipalityNumber number, Year year) {
        return indicators
                .find(KnownIndicator.POPULATION, year, LocalDate.of(year.getValue(), 1, 1))
                .flatMap(population -> population.values().stream()
                        .filter(value -> value.number().equals(number))
                        .findFirst())
                .map(value -> new BigDecimal(value.value()));
    }
}
