package no.opptrapping.reporting.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.opptrapping.platform.testing.ContractSamples;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.WireJson;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.PurposeShare;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;
import no.opptrapping.reporting.obligations.ObligationId;
import org.junit.jupiter.api.Test;

class ReportContractTest {
    private static final UUID AWARD = UUID.fromString("5f0c6a1e-7d0b-4a53-9a30-0d3a1f4b7c11");
    private static final Instant OPENED = Instant.parse("2026-01-20T08:00:00Z");
    private static final Instant SUBMITTED = Instant.parse("2026-02-10T11:30:15.123456Z");
    private static final Instant APPROVED = Instant.parse("2026-03-02T09:00:00Z");
    private static final String MUNICIPALITY = "organisation:942110464";

    private final ContractSamples contracts = ContractSamples.ownedBy("reporting-service");

    @Test
    void publishesAnOpenedReportAsApproved() {
        approved(1, opened());
    }

    @Test
    void publishesASubmittedReportAsApproved() {
        approved(2, submitted());
    }

    @Test
    void publishesAnApprovedReportAsApproved() {
        approved(3, submitted().approved(APPROVED, "staff:kaia"));
    }

    @Test
    void publishesACorrectedReportAsApproved() {
        approved(
                4,
                submitted()
                        .approved(APPROVED, "staff:kaia")
                        .written(answers(), APPROVED, MUNICIPALITY)
                        .submitted(APPROVED, MUNICIPALITY)
                        .approved(APPROVED, "staff:kaia"));
    }

    @Test
    void publishesAReturnedReportAsApproved() {
        var remarks = List.of(new AnswerComment("/accounts/0/spent", "Are wages included?"));
        approved(5, submitted().returned(new ReportState.Returned(APPROVED, "staff:kaia", remarks), answers()));
    }

    @Test
    void publishesWhatWasCarriedInAsApproved() {
        var carried = answers()
                .withAccounts(List.of(new AccountAnswer(
                        AWARD, Kroner.of(50_000), Kroner.ZERO, Kroner.of(48_000), Kroner.of(2_000), null, null, null)));
        approved(6, opened().written(carried, SUBMITTED, MUNICIPALITY).submitted(SUBMITTED, MUNICIPALITY));
    }

    private void approved(int sample, Report report) {
        contracts.assertApproved("report.v1", sample, WireJson.of(ReportV1.from(report)));
    }

    private static Report submitted() {
        return opened().written(answers(), SUBMITTED, MUNICIPALITY).submitted(SUBMITTED, MUNICIPALITY);
    }

    private static Report opened() {
        return Report.opened(
                new MunicipalityId(UUID.fromString("0b9d9b1c-55a7-5e0f-8c1d-2f6a3e4b5c6d")),
                new MunicipalityNumber("5001"),
                Year.of(2025),
                new Report.FormEdition("is-24-8", 2014),
                new Basis(Map.of(ObligationId.of(AWARD), Kroner.of(850_000)), LocalDate.of(2026, 3, 1), FormSize.FULL),
                Answers.NONE.withAccounts(List.of(AccountAnswer.opened(AWARD, Kroner.of(850_000)))),
                OPENED);
    }

    private static Answers answers() {
        return new Answers(
                List.of(new AccountAnswer(
                        AWARD,
                        null,
                        Kroner.of(850_000),
                        Kroner.of(800_000),
                        Kroner.of(50_000),
                        Kroner.of(425_000),
                        null,
                        true)),
                List.of(new ManYearsAnswer(
                        TargetGroup.ADULTS, ServiceArea.HOME_AMBULANT, Education.COLLEGE, ManYears.of("12.5"))),
                PurposeShare.LARGE,
                List.of(),
                List.of());
    }
}
