package no.opptrapping.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
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
    private static final Basis ONE_AWARD = basis(500_000);

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
        var returned =
                opened().submitted(NOW, "organisation:1").returned(new ReportState.Returned(NOW, "staff:2", remarks));
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
    void isLookedAtOnceMoreWhenMoreIsPaidAfterItWasSubmitted() {
        var extended = opened().submitted(NOW, "organisation:1").extended(basis(600_000), Answers.NONE, LATER);
        assertThat(extended.state().status()).isEqualTo(ReportStatus.DRAFT);
        assertThat(extended.basis()).isEqualTo(basis(600_000));
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
        return new Basis(
                Map.of(ObligationId.of(UUID.fromString("00000000-0000-0000-0000-0000000000b1")), Kroner.of(received)),
                LocalDate.of(2026, 3, 1),
                FormSize.FULL);
    }
}
