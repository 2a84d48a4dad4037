package no.opptrapping.grant.applications;

import static no.opptrapping.grant.applications.Examples.CALL;
import static no.opptrapping.grant.applications.Examples.COMPLETE;
import static no.opptrapping.grant.applications.Examples.HOST;
import static no.opptrapping.grant.applications.Examples.NEIGHBOUR;
import static no.opptrapping.grant.applications.Examples.attempt;
import static no.opptrapping.grant.applications.Examples.joint;
import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubmissionRulesTest {
    private static final MeasureLine MEASURE = COMPLETE.measures().getFirst();

    @Test
    void acceptsACompleteApplication() {
        assertThat(SubmissionRules.brokenBy(attempt(COMPLETE))).isEmpty();
    }

    @Test
    void acceptsAJointApplicationWithItsHost() {
        assertThat(broken(joint(share(HOST.number(), 250_000), share(NEIGHBOUR.number(), 150_000))))
                .isEmpty();
    }

    @Test
    void listsEverythingThatAnEmptyDraftLacks() {
        assertThat(broken(Examples.EMPTY))
                .containsExactlyInAnyOrder(
                        "/contact application.contact-missing",
                        "/measures application.no-measures",
                        "/budgetLines application.no-budget-lines",
                        "/asked application.asked-missing",
                        "/commitment application.commitment-missing");
    }

    @Test
    void refusesContactWithoutNameAndWithAnAddressThatIsNone() {
        assertThat(broken(with(new ContactPerson(null, "ola", null))))
                .containsExactlyInAnyOrder(
                        "/contact/name application.contact-name-missing",
                        "/contact/email application.contact-email-malformed");
        assertThat(broken(with(new ContactPerson("Ola", null, null))))
                .containsExactly("/contact/email application.contact-email-missing");
    }

    @Test
    void refusesMeasuresWithoutCodeOrTitleAndNegativeOnes() {
        assertThat(broken(withMeasures(
                        but(MEASURE, "amount", Kroner.of(500_000)),
                        but(MEASURE, "code", null, "title", null, "amount", Kroner.of(-100_000)))))
                .containsExactlyInAnyOrder(
                        "/measures/1/code application.measure-code-missing",
                        "/measures/1/title application.measure-title-missing",
                        "/measures/1/amount application.amount-negative");
    }

    @Test
    void refusesMeasuresThatDoNotSumToWhatIsAskedFor() {
        assertThat(broken(withMeasures(but(MEASURE, "amount", Kroner.of(399_999)))))
                .containsExactly("/measures application.measures-do-not-sum");
    }

    @Test
    void doesNotSumMeasuresOfWhichOneHasNoAmount() {
        assertThat(broken(withMeasures(but(MEASURE, "amount", null))))
                .containsExactly("/measures/0/amount application.amount-missing");
    }

    @Test
    void refusesABudgetThatDoesNotSum() {
        assertThat(broken(withBudget(new BudgetLine(BudgetLineKind.WAGES, "Lønn", Kroner.of(520_001)))))
                .containsExactly("/budgetLines application.budget-does-not-sum");
        assertThat(broken(withBudget(new BudgetLine(BudgetLineKind.WAGES, "Lønn", Kroner.of(500_000)))))
                .isEmpty();
    }

    @Test
    void refusesBudgetLinesWithoutKindOrTextAndNegativeOnes() {
        assertThat(broken(withBudget(
                        new BudgetLine(BudgetLineKind.OTHER, null, Kroner.of(-1)),
                        new BudgetLine(null, "Annet", null))))
                .containsExactlyInAnyOrder(
                        "/budgetLines/0/text application.budget-text-missing",
                        "/budgetLines/0/amount application.amount-negative",
                        "/budgetLines/1/kind application.budget-kind-missing",
                        "/budgetLines/1/amount application.amount-missing");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -400_000})
    void refusesToGiveNothingOrLess(long asked) {
        assertThat(broken(asking(asked, 0))).contains("/asked application.asked-not-positive");
    }

    @Test
    void refusesMoreThanTheCallHas() {
        assertThat(broken(asking(CALL.budget().value() + 1, 0))).contains("/asked application.asked-above-budget");
        assertThat(broken(asking(CALL.budget().value(), 0))).doesNotContain("/asked application.asked-above-budget");
    }

    @Test
    void refusesASmallestUsefulAmountAboveWhatIsAskedForOrWhereTheCallHasNone() {
        assertThat(broken(asking(400_000, 400_001)))
                .containsExactly("/smallestUseful application.smallest-useful-above-asked");
        assertThat(broken(asking(400_000, -1))).containsExactly("/smallestUseful application.amount-negative");
        var without = new Call(
                CALL.id(),
                CALL.scheme(),
                CALL.year(),
                CALL.title(),
                CALL.opensOn(),
                CALL.deadline(),
                CALL.budget(),
                CALL.rule(),
                CALL.tieRule(),
                false,
                CALL.documents(),
                CALL.status(),
                CALL.version(),
                CALL.madeBy(),
                CALL.madeAt(),
                CALL.announcement(),
                CALL.schemeVersion(),
                CALL.changes(),
                CallParts.WHOLE);
        assertThat(codes(SubmissionRules.brokenBy(attempt(asking(400_000, 1), without, Examples.IN_TIME))))
                .containsExactly("/smallestUseful application.smallest-useful-not-allowed");
    }

    @Test
    void refusesPositionsOutsideOfTheProject() {
        assertThat(broken(but(
                        COMPLETE,
                        "positions",
                        List.of(
                                new PositionLine("A", 1, 4),
                                new PositionLine("B", 0, 5),
                                new PositionLine(null, 10_001, 0),
                                new PositionLine("D", null, null)))))
                .containsExactlyInAnyOrder(
                        "/positions/1/percent application.position-percent-out-of-range",
                        "/positions/1/year application.position-year-out-of-range",
                        "/positions/2/title application.position-title-missing",
                        "/positions/2/percent application.position-percent-out-of-range",
                        "/positions/2/year application.position-year-out-of-range",
                        "/positions/3/percent application.position-percent-out-of-range",
                        "/positions/3/year application.position-year-out-of-range");
    }

    @Test
    void refusesParticipantsThatAreUnknownOrListedTwice() {
        assertThat(broken(joint(
                        share(HOST.number(), 200_000),
                        share(HOST.number(), 100_000),
                        share(new MunicipalityNumber("9999"), 50_000),
                        new ParticipantLine(null, null))))
                .containsExactlyInAnyOrder(
                        "/participants/1/number application.participant-twice",
                        "/participants/2/number application.participant-unknown",
                        "/participants/3/number application.participant-number-missing",
                        "/participants/3/share application.amount-missing");
    }

    @Test
    void namesTheSuccessorOfAParticipantThatHasCeased() {
        var broken = SubmissionRules.brokenBy(
                attempt(joint(share(HOST.number(), 200_000), share(new MunicipalityNumber("0602"), 200_000))));
        assertThat(broken).singleElement().satisfies(rule -> {
            assertThat(rule.code()).isEqualTo("application.participant-ceased");
            assertThat(rule.pointer()).isEqualTo("/participants/1/number");
            assertThat(rule.arguments()).containsEntry("successors", List.of("3301 Drammen"));
        });
    }

    @Test
    void refusesSharesThatDoNotSumAHostThatStaysOutsideAndAJointApplicationOfOne() {
        assertThat(broken(joint(share(NEIGHBOUR.number(), 399_999))))
                .containsExactlyInAnyOrder(
                        "/participants application.host-not-participant",
                        "/participants application.joint-with-nobody",
                        "/participants application.shares-do-not-sum");
    }

    @Test
    void theDeadlineItselfIsOnTimeAndTheNextMicrosecondIsLate() {
        assertThat(SubmissionRules.brokenBy(attempt(COMPLETE, CALL, CALL.deadline())))
                .isEmpty();
        assertThat(codes(SubmissionRules.brokenBy(
                        attempt(COMPLETE, CALL, CALL.deadline().plusNanos(1_000)))))
                .containsExactly(" application.deadline-passed");
    }

    @Test
    void opensAtMidnightInOslo() {
        assertThat(codes(SubmissionRules.brokenBy(attempt(COMPLETE, CALL, Instant.parse("2025-01-14T22:59:59Z")))))
                .containsExactly(" application.call-not-open-yet");
        assertThat(SubmissionRules.brokenBy(attempt(COMPLETE, CALL, Instant.parse("2025-01-14T23:00:00Z"))))
                .isEmpty();
    }

    @Test
    void refusesACallThatIsClosed() {
        assertThat(codes(SubmissionRules.brokenBy(attempt(COMPLETE, Examples.closed(), Examples.IN_TIME))))
                .containsExactly(" application.call-not-open");
    }

    @Test
    void refusesThoseThatTakePartInAnotherApplication() {
        var attempt = but(
                attempt(joint(share(HOST.number(), 200_000), share(NEIGHBOUR.number(), 200_000))),
                "taken",
                Set.of(HOST.id(), NEIGHBOUR.id()));
        assertThat(codes(SubmissionRules.brokenBy(attempt)))
                .containsExactly(" application.already-applied", "/participants/1/number application.already-applied");
    }

    private static ParticipantLine share(MunicipalityNumber number, long kroner) {
        return new ParticipantLine(number, Kroner.of(kroner), Examples.IN_WRITING);
    }

    private static ApplicationContent with(ContactPerson contact) {
        return but(COMPLETE, "contact", contact);
    }

    private static ApplicationContent withMeasures(MeasureLine... measures) {
        return but(COMPLETE, "measures", List.of(measures));
    }

    private static ApplicationContent withBudget(BudgetLine... lines) {
        return but(COMPLETE, "budgetLines", List.of(lines));
    }

    private static ApplicationContent asking(long asked, long smallestUseful) {
        return but(COMPLETE, "asked", Kroner.of(asked), "smallestUseful", Kroner.of(smallestUseful));
    }

    private static List<String> broken(ApplicationContent content) {
        return codes(SubmissionRules.brokenBy(attempt(content)));
    }

    private static List<String> codes(List<BrokenRule> broken) {
        return broken.stream().map(rule -> rule.pointer() + " " + rule.code()).toList();
    }
}
