package no.opptrapping.reporting.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.controls.ReportUnderControl;
import no.opptrapping.reporting.controls.ReportUnderControl.Accountable;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.ServiceAnswer;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.TargetGroup;
import org.junit.jupiter.api.Test;

class PrefillTest {
    private static final UUID FIRST = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-0000-0000-000000000002");
    private static final ManYearsAnswer LAST_YEAR =
            new ManYearsAnswer(TargetGroup.ADULTS, ServiceArea.TREATMENT, Education.COLLEGE, ManYears.of("1.5"));

    @Test
    void fillsInWhatWasPaidTheServicesPaidForAndLastYearsManYears() {
        var filled = Prefill.filled(known(Answers.NONE, FormSize.FULL, award(FIRST, 100, "emergency")));
        assertThat(filled)
                .isEqualTo(new Answers(
                        List.of(AccountAnswer.opened(FIRST, Kroner.of(100))),
                        List.of(LAST_YEAR),
                        null,
                        List.of(ServiceAnswer.opened("emergency")),
                        List.of()));
    }

    @Test
    void saysWhereEachValueComesFrom() {
        var known = known(Answers.NONE, FormSize.FULL, award(FIRST, 100, "emergency"));
        var filled = known(Prefill.filled(known), FormSize.FULL, award(FIRST, 100, "emergency"));
        assertThat(Prefill.origins(filled))
                .isEqualTo(Map.of(
                        "/accounts/0/received", Origin.PAYMENT,
                        "/services/0/offered", Origin.AWARD,
                        "/manYears/0/value", Origin.LAST_YEAR));
    }

    @Test
    void beginsWithWhatIsCarriedIn() {
        var carried = new Accountable(
                FIRST, SECOND, "T-1", Kroner.of(40), Kroner.ZERO, Optional.empty(), Set.of("emergency"));
        var filled = Prefill.filled(known(Answers.NONE, FormSize.SIMPLE, carried));
        assertThat(filled.accounts())
                .containsExactly(AccountAnswer.opened(FIRST, Kroner.ZERO).with(Kroner.of(40), Kroner.ZERO));
        assertThat(Prefill.origins(known(filled, FormSize.SIMPLE, carried)))
                .containsEntry("/accounts/0/carriedIn", Origin.CARRY_OVER);
    }

    @Test
    void doesNotAskAboutServicesInTheSimpleForm() {
        assertThat(Prefill.filled(known(Answers.NONE, FormSize.SIMPLE, award(FIRST, 100, "emergency")))
                        .services())
                .isEmpty();
    }

    @Test
    void leavesWhatTheMunicipalityHasWrittenWhenAnAwardIsAdded() {
        var written = Prefill.filled(known(Answers.NONE, FormSize.FULL, award(FIRST, 100, "emergency")))
                .withAccounts(List.of(new AccountAnswer(
                        FIRST, null, Kroner.of(100), Kroner.of(90), Kroner.of(10), null, "Late start", null)))
                .withManYears(List.of());
        var extended = Prefill.filled(
                known(written, FormSize.FULL, award(FIRST, 150, "emergency"), award(SECOND, 50, "other")));
        assertThat(extended.accounts())
                .containsExactly(
                        new AccountAnswer(
                                FIRST, null, Kroner.of(150), Kroner.of(90), Kroner.of(10), null, "Late start", null),
                        AccountAnswer.opened(SECOND, Kroner.of(50)));
        assertThat(extended.services())
                .containsExactly(ServiceAnswer.opened("emergency"), ServiceAnswer.opened("other"));
    }

    @Test
    void takesOutTheAccountOfAnAwardThatIsAnnulled() {
        var written = Answers.NONE.withAccounts(List.of(AccountAnswer.opened(FIRST, Kroner.of(100))));
        assertThat(Prefill.filled(known(written, FormSize.FULL)).accounts()).isEmpty();
    }

    private static ReportUnderControl known(Answers answers, FormSize size, Accountable... awards) {
        return new ReportUnderControl(
                answers,
                size,
                List.of(awards),
                Optional.of(Answers.NONE.withManYears(List.of(LAST_YEAR))),
                Optional.empty());
    }

    private static Accountable award(UUID id, long paid, String measure) {
        return new Accountable(id, id, "T-" + id, Kroner.ZERO, Kroner.of(paid), Optional.empty(), Set.of(measure));
    }
}
