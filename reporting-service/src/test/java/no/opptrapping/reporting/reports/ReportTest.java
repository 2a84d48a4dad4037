package no.opptrapping.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.ObligationId;
import org.junit.jupiter.api.Test;

class ReportTest {
    private static final Instant NOW = Instant.parse("2026-02-01T08:00:00Z");
    private static final Instant LATER = Instant.parse("2026-02-20T08:00:00Z");
    private static final MunicipalityId MOSS =
            new MunicipalityId(UUID.fromString("00000000-0000-0000-0000-0000000000a1"));
    private static final ObligationId AWARD = ObligationId.of(UUID.fromString("00000000-0000-0000-0000-0000000000b1"));
    private static final Basis ONE_AWARD = basis(500_000);
    private static final Answers FILLED = Answers.NONE.withAccounts(
            List.of(AccountAnswer.opened(UUID.fromString("00000000-0000-0000-0000-0000000000b1"), Kroner.of(600_000))));

    @Test
    void goesFromOpenedOverDraftAndControlToApproved() {
        var draft = opened().written(Answers.NONE, NOW, "organisation:1");
        assertThat(draft.state().status()).isEqualTo(ReportStatus.DRAFT);
        var submitted = draft.submitted(NOW, "organisation:1");
        assertThat(submitted.edition()).isEqualTo(1);
        assertThat(submitted.isWritable()).isFalse();
        assertThat(submitted.isSubmittable()).isFalse();
        var approved = submitted.approved(LATER, "staff:2");
        assertThat(approved.state()).isEqualTo(new ReportState.Approved(LATER, "staff:2"));
        assertThat(approved.approvedEdition()).isEqualTo(OptionalInt.of(1));
    }

    @Test
    void comesBackWithRemarksAndCanBeSubmittedAgain() {
        var remarks = List.of(new AnswerComment("/accounts/0/spent", "Which account is this?"));
        var returned = opened().submitted(NOW, "organisation:1")
                .returned(new ReportState.Returned(NOW, "staff:2", remarks), Answers.NONE);
        assertThat(returned.state().remarksOrNone()).isEqualTo(remarks);
        assertThat(returned.isSubmittable()).isTrue();
        var again = returned.submitted(LATER, "organisation:1");
        assertThat(again.edition()).isEqualTo(2);
        assertThat(again.submission().orElseThrow().firstAt()).isEqualTo(NOW);
        assertThat(again.submission().orElseThrow().at()).isEqualTo(LATER);
    }

    @Test
    void keepsTheApprovedEditionInForceWhileItIsCorrected() {
        var approved = opened().submitted(NOW, "organisation:1").approved(NOW, "staff:2");
        assertThat(approved.isSubmittable()).isFalse();
        var correction = approved.written(Answers.NONE, LATER, "organisation:1").submitted(LATER, "organisation:1");
        assertThat(correction.edition()).isEqualTo(2);
        assertThat(correction.approvedEdition()).isEqualTo(OptionalInt.of(1));
        var corrected = correction.approved(LATER, "staff:2");
        assertThat(corrected.state().status()).isEqualTo(ReportStatus.CORRECTED);
        assertThat(corrected.approvedEdition()).isEqualTo(OptionalInt.of(2));
    }

    @Test
    void staysSubmittedWhenMoreIsPaidAndSaysWhatWasAdded() {
        var submitted = opened().submitted(NOW, "organisation:1");
        var extended = submitted.extended(basis(600_000), FILLED, LATER);
        assertThat(extended.state()).isEqualTo(submitted.state());
        assertThat(extended.answers()).isEqualTo(submitted.answers());
        assertThat(extended.basis()).isEqualTo(basis(600_000));
        assertThat(extended.addition()).contains(new Addition(LATER, Set.of(AWARD)));
    }

    @Test
    void isApprovedAsItWasSubmittedAndAsksForTheAdditionInTheNextSubmission() {
        var approved = opened().submitted(NOW, "organisation:1")
                .extended(basis(600_000), FILLED, NOW)
                .approved(LATER, "staff:2");
        assertThat(approved.state().status()).isEqualTo(ReportStatus.APPROVED);
        assertThat(approved.added()).containsExactly(AWARD);
        var again = approved.written(FILLED, LATER, "organisation:1").submitted(LATER, "organisation:1");
        assertThat(again.edition()).isEqualTo(2);
        assertThat(again.added()).isEmpty();
    }

    @Test
    void isExtendedAtOnceWhileTheMunicipalityHasIt() {
        var extended = opened().written(Answers.NONE, NOW, "organisation:1").extended(basis(600_000), FILLED, LATER);
        assertThat(extended.state()).isEqualTo(new ReportState.Draft(NOW, "organisation:1"));
        assertThat(extended.answers()).isEqualTo(FILLED);
        assertThat(extended.addition()).isEmpty();
    }

    @Test
    void countsEveryChange() {
        assertThat(opened().version()).isEqualTo(1);
        assertThat(opened().written(Answers.NONE, NOW, "organisation:1").version())
                .isEqualTo(2);
    }

    private static Report opened() {
        return Report.opened(
                MOSS,
                new MunicipalityNumber("3103"),
                Year.of(2025),
                new Report.FormEdition("is-24-8", 2014),
                ONE_AWARD,
                Answers.NONE,
                NOW);
    }

    private static Basis basis(long received) {
        return new Basis(Map.of(AWARD, Kroner.of(received)), LocalDate.of(2026, 3, 1), FormSize.FULL);
    }
}
