package no.opptrapping.reporting.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Severity;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.controls.ReportUnderControl.Accountable;
import no.opptrapping.reporting.forms.AccountAnswer;
import no.opptrapping.reporting.forms.AnswerComment;
import no.opptrapping.reporting.forms.Answers;
import no.opptrapping.reporting.forms.Education;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.forms.ManYears;
import no.opptrapping.reporting.forms.ManYearsAnswer;
import no.opptrapping.reporting.forms.PurposeShare;
import no.opptrapping.reporting.forms.ServiceAnswer;
import no.opptrapping.reporting.forms.ServiceArea;
import no.opptrapping.reporting.forms.ServiceWorks;
import no.opptrapping.reporting.forms.TargetGroup;
import org.junit.jupiter.api.Test;

class ReportControlsTest {
    private static final UUID AWARD = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final UUID FOREIGN = UUID.fromString("00000000-0000-0000-0000-000000000009");

    @Test
    void letsACorrectReportThrough() {
        assertThat(found(answers -> answers)).isEmpty();
    }

    @Test
    void findsEverythingThatIsWrongAtOnce() {
        assertThat(found(answers -> new Answers(
                        List.of(account(600_000, 500_000, 150_000)),
                        List.of(cell("-1"), cell("1.005")),
                        null,
                        List.of(),
                        List.of())))
                .containsExactly(
                        "controls.not-balanced at /accounts/0/spent",
                        "controls.deviation-unexplained at /accounts/0/deviationExplained",
                        "controls.man-years-negative at /manYears/0/value",
                        "controls.man-years-decimals at /manYears/1/value",
                        "controls.man-years-twice at /manYears/1",
                        "controls.purpose-missing at /purpose",
                        "controls.services-missing at /services");
    }

    @Test
    void wantsSpentAndUnspentToBeWhatWasReceived() {
        var broken = findings(answers -> answers.withAccounts(List.of(account(600_000, 599_999, 0))), FormSize.FULL)
                .errors();
        assertThat(broken)
                .containsExactly(new BrokenRule(
                        "controls.not-balanced",
                        "/accounts/0/spent",
                        Map.of(
                                "spent", Kroner.of(599_999),
                                "unspent", Kroner.ZERO,
                                "received", Kroner.of(600_000),
                                "difference", Kroner.of(1)),
                        Severity.ERROR));
    }

    @Test
    void wantsWhatWasReceivedToBeWhatWasPaid() {
        assertThat(found(answers -> answers.withAccounts(List.of(account(500_000, 500_000, 0)))))
                .containsExactly("controls.received-not-paid at /accounts/0/received");
    }

    @Test
    void wantsWhatWasCarriedInAndItsAccountToBalanceWithIt() {
        var carried = new Accountable(
                AWARD,
                FOREIGN,
                "T-1",
                Kroner.of(40_000),
                Kroner.ZERO,
                Optional.of(Kroner.of(40_000)),
                Set.of("early-intervention"));
        assertThat(found(carried, carriedIn(40_000, 30_000, 10_000, true))).isEmpty();
        assertThat(found(carried, carriedIn(39_999, 39_999, 0, true)))
                .containsExactly("controls.carried-in-differs at /accounts/0/carriedIn");
        assertThat(found(carried, carriedIn(40_000, 30_000, 9_999, true)))
                .containsExactly("controls.not-balanced at /accounts/0/spent");
        assertThat(found(carried, carriedIn(40_000, 40_000, 0, false)))
                .containsExactly("controls.attestation-missing at /accounts/0/auditorAttested");
        assertThat(found(carried, account(0, 0, 0)))
                .containsExactly(
                        "controls.carried-in-differs at /accounts/0/carriedIn",
                        "controls.attestation-missing at /accounts/0/auditorAttested");
        assertThat(found(answers -> answers.withAccounts(List.of(new AccountAnswer(
                        AWARD, Kroner.of(1), Kroner.of(600_000), Kroner.of(600_001), Kroner.ZERO, null, null, null)))))
                .containsExactly("controls.carried-in-differs at /accounts/0/carriedIn");
    }

    private static AccountAnswer carriedIn(long carried, long spent, long unspent, boolean attested) {
        return new AccountAnswer(
                AWARD,
                Kroner.of(carried),
                Kroner.ZERO,
                Kroner.of(spent),
                Kroner.of(unspent),
                null,
                "The position was filled late",
                attested);
    }

    private static List<String> found(Accountable award, AccountAnswer account) {
        return places(Findings.of(new ReportUnderControl(
                        correct().withAccounts(List.of(account)),
                        FormSize.FULL,
                        List.of(award),
                        Optional.empty(),
                        Optional.empty()))
                .stopping());
    }

    @Test
    void wantsAnAccountOfEachAwardOnceAndOfNoOther() {
        var foreign = new AccountAnswer(FOREIGN, null, Kroner.ZERO, Kroner.ZERO, Kroner.ZERO, null, null, null);
        assertThat(found(answers -> answers.withAccounts(List.of(foreign))))
                .containsExactly(
                        "controls.award-unknown at /accounts/0/awardId", "controls.award-missing at /accounts");
        var account = account(600_000, 600_000, 0);
        assertThat(found(answers -> answers.withAccounts(List.of(account, account))))
                .containsExactly("controls.award-twice at /accounts/1/awardId");
    }

    @Test
    void wantsAmountsThatAreFilledInAndNotNegative() {
        var open = AccountAnswer.opened(AWARD, Kroner.of(600_000));
        assertThat(found(answers -> answers.withAccounts(List.of(open))))
                .contains(
                        "controls.amount-missing at /accounts/0/spent",
                        "controls.amount-missing at /accounts/0/unspent");
        assertThat(found(answers -> answers.withAccounts(List.of(account(600_000, 600_001, -1)))))
                .containsExactly("controls.amount-negative at /accounts/0/unspent");
    }

    @Test
    void wantsTheAuditorsAttestationFromTheThresholdOn() {
        assertThat(attestation(600_000)).containsExactly("controls.attestation-missing at /accounts/0/auditorAttested");
        assertThat(attestation(600_001)).isEmpty();
    }

    private static List<String> attestation(long threshold) {
        var award = new Accountable(
                AWARD,
                AWARD,
                "T-1",
                Kroner.ZERO,
                Kroner.of(600_000),
                Optional.of(Kroner.of(threshold)),
                Set.of("early-intervention"));
        var unattested =
                new AccountAnswer(AWARD, null, Kroner.of(600_000), Kroner.of(600_000), Kroner.ZERO, null, null, false);
        return places(Findings.of(new ReportUnderControl(
                        correct().withAccounts(List.of(unattested)),
                        FormSize.FULL,
                        List.of(award),
                        Optional.empty(),
                        Optional.empty()))
                .stopping());
    }

    @Test
    void wantsMuchUnspentMoneyExplained() {
        assertThat(found(answers -> answers.withAccounts(List.of(account(600_000, 540_000, 60_000)))))
                .isEmpty();
        assertThat(found(answers -> answers.withAccounts(List.of(account(600_000, 539_999, 60_001)))))
                .containsExactly("controls.deviation-unexplained at /accounts/0/deviationExplained");
    }

    @Test
    void asksForACommentOnMoreManYearsThanSuchAMunicipalityCanHave() {
        UnaryOperator<Answers> many = answers -> answers.withManYears(List.of(cell("75.01")));
        assertThat(found(many)).containsExactly("controls.man-years-implausible at /manYears");
        assertThat(found(answers -> answers.withManYears(List.of(cell("75"))))).isEmpty();
    }

    @Test
    void letsAWarningThroughThatIsCommentedOnAtItsPlace() {
        UnaryOperator<Answers> many = answers -> answers.withManYears(List.of(cell("76")));
        assertThat(found(answers -> commented(many.apply(answers), "/manYears")))
                .isEmpty();
        assertThat(found(answers -> commented(many.apply(answers), "/purpose")))
                .containsExactly("controls.man-years-implausible at /manYears");
        assertThat(findings(answers -> commented(many.apply(answers), "/manYears"), FormSize.FULL)
                        .warnings())
                .hasSize(1);
    }

    @Test
    void asksAboutAChangeThatIsBothLargeAndMoreThanTwoManYears() {
        assertThat(change("10", "13")).containsExactly("controls.man-years-changed at /manYears");
        assertThat(change("10", "12.5")).isEmpty();
        assertThat(change("4", "2")).isEmpty();
        assertThat(change("4", "1.99")).containsExactly("controls.man-years-changed at /manYears");
        assertThat(change("40", "43")).isEmpty();
    }

    private static List<String> change(String before, String now) {
        return places(Findings.of(new ReportUnderControl(
                        correct().withManYears(List.of(cell(now))),
                        FormSize.FULL,
                        List.of(award()),
                        Optional.of(correct().withManYears(List.of(cell(before)))),
                        Optional.empty()))
                .stopping());
    }

    @Test
    void asksWhyTheMoneyDidNotGoToItsPurpose() {
        assertThat(found(answers -> new Answers(
                        answers.accounts(), answers.manYears(), PurposeShare.SMALL, answers.services(), List.of())))
                .containsExactly("controls.purpose-small at /purpose");
    }

    @Test
    void wantsServicesKnownJudgedAndNamedOnce() {
        assertThat(found(answers -> answers.withServices(List.of(
                        service("early-intervention", true, null),
                        service("early-intervention", true, ServiceWorks.WELL),
                        service("no-such", true, ServiceWorks.WELL),
                        service("emergency", false, ServiceWorks.BADLY)))))
                .containsExactly(
                        "controls.service-unknown at /services/2/measure",
                        "controls.service-twice at /services/1/measure",
                        "controls.service-not-judged at /services/0/works",
                        "controls.service-judged-not-offered at /services/3/works");
    }

    @Test
    void asksWhyAServiceThatIsPaidForIsNotOffered() {
        assertThat(found(answers -> answers.withServices(List.of(service("early-intervention", false, null)))))
                .containsExactly("controls.paid-service-not-offered at /services/0/offered");
    }

    @Test
    void doesNotAskAboutServicesInTheSimpleForm() {
        assertThat(places(findings(answers -> answers.withServices(List.of()), FormSize.SIMPLE)
                        .stopping()))
                .isEmpty();
    }

    @Test
    void hasOneRuleForEachCode() {
        var codes =
                new ArrayList<>(ReportControls.ALL.stream().map(Control::code).toList());
        assertThat(codes).doesNotHaveDuplicates().allMatch(code -> code.startsWith("controls."));
    }

    private static List<String> found(UnaryOperator<Answers> change) {
        return places(findings(change, FormSize.FULL).stopping());
    }

    private static Findings findings(UnaryOperator<Answers> change, FormSize size) {
        return Findings.of(new ReportUnderControl(
                change.apply(correct()),
                size,
                List.of(award()),
                Optional.empty(),
                Optional.of(new BigDecimal("5000"))));
    }

    private static List<String> places(List<BrokenRule> broken) {
        return broken.stream()
                .map(rule -> rule.code() + " at " + rule.pointer())
                .toList();
    }

    private static Accountable award() {
        return new Accountable(
                AWARD, AWARD, "T-1", Kroner.ZERO, Kroner.of(600_000), Optional.empty(), Set.of("early-intervention"));
    }

    private static Answers correct() {
        return new Answers(
                List.of(account(600_000, 600_000, 0)),
                List.of(cell("2.50")),
                PurposeShare.LARGE,
                List.of(service("early-intervention", true, ServiceWorks.WELL)),
                List.of());
    }

    private static AccountAnswer account(long received, long spent, long unspent) {
        return new AccountAnswer(
                AWARD, null, Kroner.of(received), Kroner.of(spent), Kroner.of(unspent), null, null, null);
    }

    private static ManYearsAnswer cell(String value) {
        return new ManYearsAnswer(TargetGroup.ADULTS, ServiceArea.HOME_AMBULANT, Education.COLLEGE, ManYears.of(value));
    }

    private static ServiceAnswer service(String measure, boolean offered, ServiceWorks works) {
        return new ServiceAnswer(measure, offered, works, null);
    }

    private static Answers commented(Answers answers, String pointer) {
        return new Answers(
                answers.accounts(),
                answers.manYears(),
                answers.purpose(),
                answers.services(),
                List.of(new AnswerComment(pointer, "We have taken over the neighbour's service.")));
    }
}
