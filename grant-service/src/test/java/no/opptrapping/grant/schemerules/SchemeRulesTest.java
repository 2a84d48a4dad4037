package no.opptrapping.grant.schemerules;

import static no.opptrapping.grant.schemerules.SampleRules.criterion;
import static no.opptrapping.grant.schemerules.SampleRules.weighing;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.BrokenRule;
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

    private static Optional<String> broken(LocalDate day, Optional<LocalDate> earlierFrom) {
        var earlier = earlierFrom.map(
                from -> SchemeVersion.draft(new SchemeId(new UUID(0, 1)), 1, weighing(), "ada", Instant.EPOCH)
                        .inForce(new SchemeVersion.InForce(from, "dina", Instant.EPOCH)));
        return PutSchemeVersionInForce.brokenBy(day, TODAY, earlier).stream()
                .map(BrokenRule::code)
                .findFirst();
    }
}
