package no.opptrapping.grant.frames;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import org.junit.jupiter.api.Test;

/** What frames can become. */
class YearFramesTest {
    @Test
    void whatIsClaimedBackIsUsedOfTheFrameAsWhatIsAwarded() {
        var office = PostedFrames.office(1);
        var frames = YearFrames.of(
                Kroner.ZERO,
                Map.of(
                        office,
                        Map.of(
                                Account.AUTHORISED, Kroner.of(100),
                                Account.AWARDED, Kroner.of(60),
                                Account.CLAIM, Kroner.of(40))));
        assertThat(frames.brokenBy(List.of(new FrameChange.Line(office, Kroner.of(-10)))))
                .containsExactly(BrokenRule.of(
                        "frame.below-awarded", "/lines/0/amount", "frame", Kroner.of(90), "awarded", Kroner.of(100)));
    }
}
