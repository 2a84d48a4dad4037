package no.opptrapping.grant.schemerules;

import static no.opptrapping.grant.schemerules.SampleRules.criterion;
import static no.opptrapping.grant.schemerules.SampleRules.instalment;
import static no.opptrapping.grant.schemerules.SampleRules.reason;
import static no.opptrapping.grant.schemerules.SampleRules.weighing;
import static no.opptrapping.grant.schemerules.SampleRules.whole;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** What a version of a scheme's rules may say, and from when. */
class SchemeRulesTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 1, 10);

    @Test
    void theWeightsAreTheWholeAndEachCriterionIsNamedOnce() {
        assertThat(weighing().broken()).isEmpty();
        assertThat(weighing(criterion("need", 60), criterion("plan", 40)).broken())
                .isEmpty();
        assertThat(weighing(criterion("need", 60), criterion("need", 39)).broken())
                .extracting(rule -> rule.pointer() + " " + rule.code())
                .containsExactly(
                        "/awardCriteria/1/code scheme.criterion-twice", "/awardCriteria scheme.weights-not-whole");
    }

    @Test
    void aVersionIsInForceFromTodayOrLaterAndAfterTheOneBeforeIt() {
        assertThat(broken(TODAY, Optional.empty())).isEmpty();
        assertThat(broken(TODAY.minusDays(1), Optional.empty())).contains("scheme.in-force-in-the-past");
        assertThat(broken(TODAY.plusYears(5), Optional.empty())).isEmpty();
        assertThat(broken(TODAY.plusYears(5).plusDays(1), Optional.empty())).contains("scheme.in-force-too-late");
        assertThat(broken(TODAY.plusDays(2), Optional.of(TODAY.plusDays(1)))).isEmpty();
        assertThat(broken(TODAY.plusDays(1), Optional.of(TODAY.plusDays(1))))
                .contains("scheme.in-force-before-the-earlier");
    }

    @Test
    void theInstalmentsAreTheWholeInOrderAndEachReasonIsNamedOnce() {
        var plan = List.of(instalment(60, "--03-01"), instalment(40, "--08-01"));
        var whole = whole(new SchemeHandling(true, 14, List.of(reason("no-plan"))), new SchemePayments(plan, null));
        assertThat(whole.payments().broken()).isEmpty();
        assertThat(whole.handling().broken()).isEmpty();
        assertThat(new SchemePayments(List.of(instalment(60, "--08-01"), instalment(39, "--08-01")), Kroner.of(-1))
                        .broken())
                .extracting(rule -> rule.pointer() + " " + rule.code())
                .containsExactly(
                        "/secondPersonAbove validation.too-small",
                        "/instalments scheme.instalments-not-whole",
                        "/instalments scheme.instalments-out-of-order");
        assertThat(new SchemePayments(List.of(instalment(100, "--02-30")), null).broken())
                .isEmpty();
        assertThat(instalment(100, "--02-30").broken())
                .extracting(BrokenRule::pointer)
                .containsExactly("/from");
        assertThat(new SchemeHandling(null, null, List.of(reason("no-plan"), reason("no-plan"))).broken())
                .extracting(rule -> rule.pointer() + " " + rule.code())
                .containsExactly("/rejectionReasons/1/code scheme.reason-twice");
    }

    @Test
    void whatIsLeftOutIsAsIsUsual() {
        var rules = weighing();
        assertThat(rules.handlingTerms().asksSecondSignature()).isFalse();
        assertThat(rules.handlingTerms().daysForStatement()).isEmpty();
        assertThat(rules.paymentTerms().plan())
                .containsExactly(new SchemeInstalment(100, "--01-01", InstalmentCondition.ACCEPTED));
        assertThat(rules.carryOverTerms()).isEqualTo(new SchemeCarryOver(0, true, false));
        assertThat(rules.whoMayApply().admits("46")).isTrue();
        assertThat(rules.whoMayApply().admitsJoint()).isTrue();
        assertThat(rules.whoDecides()).isEqualTo(DecidedBy.DIRECTORATE);
        assertThat(new SchemeApplicants(List.of("03"), false).admits("46")).isFalse();
    }

    @Test
    void anInstalmentOfTheLeapDayIsPaidOnTheLastOfFebruaryInOtherYears() {
        assertThat(instalment(100, "--02-29").firstDay(Year.of(2024))).isEqualTo("2024-02-29");
        assertThat(instalment(100, "--02-29").firstDay(Year.of(2025))).isEqualTo("2025-02-28");
    }

    private static Optional<String> broken(LocalDate day, Optional<LocalDate> earlierFrom) {
        var earlier = earlierFrom.map(
                from -> SchemeVersion.draft(new SchemeId(new UUID(0, 1)), 1, weighing(), "ada", Instant.EPOCH)
                        .inForce(new SchemeVersion.InForce(from, "dina", Instant.EPOCH)));
        return PutSchemeVersionInForce.brokenBy(day, TODAY, earlier).stream()
                .map(BrokenRule::code)
                .findFirst();
    }
}
