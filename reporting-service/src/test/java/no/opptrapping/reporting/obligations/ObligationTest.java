package no.opptrapping.reporting.obligations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.UUID;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.known.AwardStatus;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.ReportingTerms;
import org.junit.jupiter.api.Test;

class ObligationTest {
    private static final MunicipalityId MOSS =
            new MunicipalityId(UUID.fromString("00000000-0000-0000-0000-0000000000a1"));
    private static final MunicipalityNumber NUMBER = new MunicipalityNumber("3103");
    private static final ReportingTerms TERMS =
            new ReportingTerms(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 3, 1), "is-24-8", FormSize.FULL, null);
    private static final Kroner PAID = Kroner.of(500_000);
    private static final LocalDate OPEN_DAY = LocalDate.of(2026, 1, 15);
    private static final LocalDate DAY_BEFORE = LocalDate.of(2026, 1, 14);

    private static final UUID AWARD = UUID.fromString("00000000-0000-0000-0000-0000000000b1");
    private static final UUID CARRY_OVER = UUID.fromString("00000000-0000-0000-0000-0000000000c1");
    private static final KnownAward.Party RECIPIENT = new KnownAward.Party(MOSS, NUMBER);

    private static KnownCarryOver carriedOver(long amount) {
        return new KnownCarryOver(CARRY_OVER, AWARD, Year.of(2025), RECIPIENT, Kroner.of(amount), TERMS);
    }

    @Test
    void waitsUntilTheAwardIsPaid() {
        var waiting = Obligation.first(award(AwardStatus.ACCEPTED), Kroner.ZERO, OPEN_DAY);
        assertThat(waiting.status()).isEqualTo(ObligationStatus.WAITING);
        assertThat(waiting.heard(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY).status())
                .isEqualTo(ObligationStatus.OPEN);
    }

    @Test
    void waitsForTheDayThatTheLetterNamesThoughTheAwardIsPaid() {
        var waiting = Obligation.first(award(AwardStatus.ACCEPTED), PAID, DAY_BEFORE);
        assertThat(waiting.status()).isEqualTo(ObligationStatus.WAITING);
        assertThat(waiting.on(DAY_BEFORE)).isEqualTo(waiting);
        assertThat(waiting.on(OPEN_DAY).status()).isEqualTo(ObligationStatus.OPEN);
    }

    @Test
    void doesNotOpenOnItsDayWhileNothingIsPaid() {
        var waiting = Obligation.first(award(AwardStatus.ACCEPTED), Kroner.ZERO, DAY_BEFORE);
        assertThat(waiting.on(OPEN_DAY)).isEqualTo(waiting);
    }

    @Test
    void isOpenAtOnceWhenThePaymentWasHeardOfFirst() {
        assertThat(Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY).status())
                .isEqualTo(ObligationStatus.OPEN);
    }

    @Test
    void doesNotChangeWhenTheSameIsHeardAgain() {
        var open = Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY);
        assertThat(open.heard(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY)).isEqualTo(open);
    }

    @Test
    void waitsForItsDayWhenMoneyIsCarriedIntoTheYear() {
        var waiting = Obligation.first(carriedOver(40_000), RECIPIENT, DAY_BEFORE);
        assertThat(waiting.status()).isEqualTo(ObligationStatus.WAITING);
        assertThat(waiting.received()).isEqualTo(Kroner.of(40_000));
        assertThat(waiting.cause()).isEqualTo(new Cause.CarryOver(CARRY_OVER, AWARD));
        assertThat(waiting.on(OPEN_DAY).status()).isEqualTo(ObligationStatus.OPEN);
    }

    @Test
    void isCancelledWhenNothingIsCarriedOverAnyMoreAndAskedAgainWhenMoreIs() {
        var fulfilled =
                Obligation.first(carriedOver(40_000), RECIPIENT, OPEN_DAY).moved(Progress.APPROVED);
        assertThat(fulfilled.heard(carriedOver(40_000), OPEN_DAY)).isEqualTo(fulfilled);
        assertThat(fulfilled.heard(carriedOver(0), OPEN_DAY).status()).isEqualTo(ObligationStatus.CANCELLED);
        var more = fulfilled.heard(carriedOver(50_000), OPEN_DAY);
        assertThat(more.status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(more.received()).isEqualTo(Kroner.of(50_000));
    }

    @Test
    void isCancelledWithTheAwardAndComesBackWithIt() {
        var cancelled = Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY)
                .heard(award(AwardStatus.ANNULLED), PAID, OPEN_DAY);
        assertThat(cancelled.status()).isEqualTo(ObligationStatus.CANCELLED);
        assertThat(cancelled.moved(Progress.APPROVED)).isEqualTo(cancelled);
        assertThat(cancelled.heard(award(AwardStatus.CHANGED), PAID, OPEN_DAY).status())
                .isEqualTo(ObligationStatus.OPEN);
    }

    @Test
    void followsItsReport() {
        var open = Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY);
        var submitted = open.moved(Progress.IN_CONTROL);
        assertThat(submitted.status()).isEqualTo(ObligationStatus.SUBMITTED);
        assertThat(submitted.moved(Progress.WITH_THE_MUNICIPALITY).status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(submitted.moved(Progress.APPROVED).status()).isEqualTo(ObligationStatus.FULFILLED);
    }

    @Test
    void staysFulfilledWhenNothingNewIsHeardAndOpensWhenMoreIsPaid() {
        var fulfilled =
                Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY).moved(Progress.APPROVED);
        assertThat(fulfilled.heard(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY)).isEqualTo(fulfilled);
        var more = fulfilled.heard(award(AwardStatus.ACCEPTED), Kroner.of(600_000), OPEN_DAY);
        assertThat(more.status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(more.received()).isEqualTo(Kroner.of(600_000));
    }

    @Test
    void hasAHigherVersionForEachChangeOnly() {
        var first = Obligation.first(award(AwardStatus.ACCEPTED), Kroner.ZERO, OPEN_DAY);
        assertThat(first.version()).isEqualTo(1);
        assertThat(first.heard(award(AwardStatus.ACCEPTED), Kroner.ZERO, OPEN_DAY)
                        .version())
                .isEqualTo(1);
        assertThat(first.heard(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY).version())
                .isEqualTo(2);
    }

    @Test
    void opensForFrameworkMoneyOnItsDateAndNotBefore() {
        var allocation = framework(700_000);
        var waiting = Obligation.first(allocation, LocalDate.of(2026, 1, 14));
        assertThat(waiting.status()).isEqualTo(ObligationStatus.WAITING);
        assertThat(waiting.on(LocalDate.of(2026, 1, 14))).isEqualTo(waiting);
        assertThat(waiting.on(LocalDate.of(2026, 1, 15)).status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(waiting.received()).isEqualTo(Kroner.ZERO);
    }

    @Test
    void fallsAwayWhenACorrectionLeavesNothingOfTheFrameworkMoneyAndIsThereAgainWithIt() {
        var open = Obligation.first(framework(700_000), OPEN_DAY);
        assertThat(open.heard(framework(650_000), OPEN_DAY)).isEqualTo(open);
        var fallen = open.heard(framework(0), OPEN_DAY);
        assertThat(fallen.status()).isEqualTo(ObligationStatus.CANCELLED);
        assertThat(fallen.version()).isEqualTo(2);
        assertThat(fallen.heard(framework(10), OPEN_DAY).status()).isEqualTo(ObligationStatus.OPEN);
        assertThat(fallen.heard(framework(10), DAY_BEFORE).status()).isEqualTo(ObligationStatus.WAITING);
        assertThat(Obligation.first(framework(0), OPEN_DAY).status()).isEqualTo(ObligationStatus.CANCELLED);
        assertThat(fallen.on(OPEN_DAY)).isEqualTo(fallen);
    }

    private static KnownFrameworkAllocation framework(long amount) {
        return new KnownFrameworkAllocation(
                UUID.fromString("00000000-0000-0000-0000-0000000000f1"),
                Year.of(2025),
                MOSS,
                NUMBER,
                Kroner.of(amount),
                TERMS);
    }

    @Test
    void isMadeInTheRoomOfItsMunicipalityAndYear() {
        var obligation = Obligation.first(award(AwardStatus.ACCEPTED), PAID, OPEN_DAY);
        assertThat(obligation.reportId())
                .isEqualTo(ReportId.of(MOSS, Year.of(2025)))
                .isNotEqualTo(ReportId.of(MOSS, Year.of(2024)));
    }

    private static KnownAward award(AwardStatus status) {
        return new KnownAward(
                UUID.fromString("00000000-0000-0000-0000-0000000000b1"),
                "T-2025-1",
                status,
                new LocalisedText("Rusarbeid", "Rusarbeid", "Substance-use work"),
                Year.of(2025),
                new KnownAward.Party(MOSS, NUMBER),
                Kroner.of(600_000),
                List.of(new KnownAward.Share(MOSS, NUMBER, Kroner.of(600_000))),
                List.of(new KnownAward.Measure("early-intervention")),
                TERMS,
                null);
    }
}
