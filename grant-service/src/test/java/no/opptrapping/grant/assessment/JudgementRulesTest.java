package no.opptrapping.grant.assessment;

import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Examples;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemerules.RejectionReason;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JudgementRulesTest {
    private static final Instant THEN = Instant.parse("2025-02-01T10:00:00Z");

    @Test
    void acceptsAnApprovalUpToWhatWasAskedFor() {
        assertThat(broken(approval(400_000, "72.5", 1), DivisionRule.RANKED)).isEmpty();
        assertThat(broken(approval(400_001, "72.5", 1), DivisionRule.RANKED))
                .containsExactly("/assessedAmount assessment.amount-above-asked");
    }

    @Test
    void refusesAnApprovalOfNothingOrOfLessThanIsUseful() {
        assertThat(broken(approval(0, "72.5", 1), DivisionRule.RANKED))
                .containsExactly("/assessedAmount assessment.amount-not-positive");
        assertThat(broken(approval(99_999, "72.5", 1), DivisionRule.RANKED))
                .containsExactly("/assessedAmount assessment.amount-below-smallest-useful");
    }

    @Test
    void asksForWhatTheCallDividesBy() {
        assertThat(broken(approval(400_000, null, null), DivisionRule.RANKED))
                .containsExactly("/rank assessment.rank-or-score-missing");
        assertThat(broken(approval(400_000, null, 1), DivisionRule.SCORE_WEIGHTED))
                .containsExactly("/score assessment.score-missing");
        assertThat(broken(approval(400_000, null, null), DivisionRule.PROPORTIONAL))
                .isEmpty();
    }

    @Test
    void refusesARejectionWithMoney() {
        assertThat(broken(
                        new Judgement(
                                Kroner.of(1),
                                Optional.empty(),
                                Optional.empty(),
                                Recommendation.REJECT,
                                "Nei.",
                                List.of()),
                        DivisionRule.RANKED))
                .containsExactly("/assessedAmount assessment.rejected-with-an-amount");
        assertThat(broken(
                        new Judgement(
                                Kroner.ZERO,
                                Optional.empty(),
                                Optional.empty(),
                                Recommendation.REJECT,
                                "Nei.",
                                List.of()),
                        DivisionRule.RANKED))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"-0.01", "100.01", "72.555"})
    void refusesAScoreOutsideOfTheScale(String score) {
        assertThat(broken(approval(400_000, score, 1), DivisionRule.RANKED))
                .containsExactly("/score assessment.score-out-of-range");
    }

    @Test
    void aRejectionHasAReasonOfTheListWhereTheRulesHaveOne() {
        assertThat(brokenByReason(Recommendation.REJECT, "outside-purpose", true))
                .isEmpty();
        assertThat(brokenByReason(Recommendation.REJECT, null, false)).isEmpty();
        assertThat(brokenByReason(Recommendation.REJECT, null, true))
                .containsExactly("/rejectionReason assessment.rejection-reason-missing");
        assertThat(brokenByReason(Recommendation.REJECT, "too-late", true))
                .containsExactly("/rejectionReason assessment.rejection-reason-unknown");
        assertThat(brokenByReason(Recommendation.REJECT, "outside-purpose", false))
                .containsExactly("/rejectionReason assessment.rejection-reason-not-asked");
        assertThat(brokenByReason(Recommendation.APPROVE, "outside-purpose", true))
                .containsExactly("/rejectionReason assessment.rejection-reason-not-asked");
    }

    private static List<String> brokenByReason(Recommendation recommendation, String reason, boolean listed) {
        var judgement = new Judgement(
                recommendation == Recommendation.REJECT ? Kroner.ZERO : Kroner.of(400_000),
                Optional.empty(),
                Optional.of(1),
                recommendation,
                "Utenfor formålet.",
                List.of(),
                Optional.ofNullable(reason));
        var text = new LocalisedText("Utenfor formålet", "Utanfor formålet", "Outside the purpose");
        return JudgementRules.brokenBy(
                        judgement,
                        application(),
                        call(DivisionRule.RANKED),
                        List.of(),
                        listed ? List.of(new RejectionReason("outside-purpose", text)) : List.of())
                .stream()
                .map(broken -> broken.pointer() + " " + broken.code())
                .toList();
    }

    @Test
    void asksForReasons() {
        assertThat(broken(
                        new Judgement(
                                Kroner.of(400_000),
                                Optional.empty(),
                                Optional.of(1),
                                Recommendation.APPROVE,
                                " ",
                                List.of()),
                        DivisionRule.RANKED))
                .containsExactly("/reasons assessment.reasons-missing");
    }

    private static Judgement approval(long amount, String score, Integer rank) {
        return new Judgement(
                Kroner.of(amount),
                Optional.ofNullable(score).map(BigDecimal::new),
                Optional.ofNullable(rank),
                Recommendation.APPROVE,
                "Godt begrunnet.",
                List.of());
    }

    private static List<String> broken(Judgement judgement, DivisionRule rule) {
        return JudgementRules.brokenBy(judgement, application(), call(rule), List.of(), List.of()).stream()
                .map((BrokenRule broken) -> broken.pointer() + " " + broken.code())
                .toList();
    }

    private static Application application() {
        return new Application(
                ApplicationId.random(),
                "A0000001",
                new CallId(new UUID(0, 1)),
                new SchemeId(new UUID(0, 2)),
                Year.of(2025),
                new MunicipalityId(new UUID(0, 3)),
                new MunicipalityNumber("3301"),
                but(Examples.EMPTY, "asked", Kroner.of(400_000), "smallestUseful", Kroner.of(100_000)),
                ApplicationStatus.SUBMITTED,
                2,
                THEN,
                List.of(),
                Optional.of(THEN),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of());
    }

    private static Call call(DivisionRule rule) {
        return new Call(
                new CallId(new UUID(0, 1)),
                new SchemeId(new UUID(0, 2)),
                Year.of(2025),
                new LocalisedText("a", "b", "c"),
                LocalDate.of(2025, 1, 15),
                THEN,
                Kroner.of(1_000_000),
                rule,
                TieRule.NONE,
                true,
                List.of(),
                CallStatus.ANNOUNCED,
                2,
                "a",
                THEN,
                Optional.empty(),
                Optional.of(1),
                List.of(),
                CallParts.WHOLE);
    }
}
