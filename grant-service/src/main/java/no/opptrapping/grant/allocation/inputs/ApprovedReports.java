package no.opptrapping.grant.allocation.inputs;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.grant.reported.Reports;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Whose activity counts: municipalities with a report of the year, each of which is approved. */
@ApplicationScoped
class ApprovedReports {
    private final Reports reports;
    private final KnownMunicipalities municipalities;

    ApprovedReports(Reports reports, KnownMunicipalities municipalities) {
        this.reports = reports;
        this.municipalities = municipalities;
    }

    /** Numbers of the structure, in order; a merged municipality answers for the reports of those it replaced. */
    List<String> of(Year year, LocalDate structure, List<KnownMunicipality> valid) {
        var approved = new HashMap<MunicipalityId, Boolean>();
        reports.approvedOf(year)
                .forEach((reporter, isApproved) -> municipalities
                        .passedOn(reporter, structure)
                        .forEach(passed -> approved.merge(passed.municipalityId(), isApproved, Boolean::logicalAnd)));
        return valid.stream()
                .filter(one -> Boolean.TRUE.equals(approved.get(one.id())))
                .map(KnownMunicipality::number)
                .map(MunicipalityNumber::value)
                .sorted()
                .toList();
    }
}
