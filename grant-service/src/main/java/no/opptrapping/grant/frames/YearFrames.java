package no.opptrapping.grant.frames;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import no.opptrapping.grant.ledger.Account;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * The frames of a scheme's year as they stand, and what they can become: the arithmetic, without anything around it.
 *
 * @param available what is in no frame and awarded to nobody
 */
public record YearFrames(Kroner available, Map<CountyGovernorOfficeId, Frame> frames) {
    public YearFrames {
        frames = Map.copyOf(frames);
    }

    /** As the ledger has them; offices of which nothing is left, since a successor has come, are left out. */
    public static YearFrames of(Kroner available, Map<CountyGovernorOfficeId, Map<Account, Kroner>> balances) {
        var frames = new TreeMap<CountyGovernorOfficeId, Frame>();
        balances.forEach((office, accounts) -> {
            if (accounts.values().stream().anyMatch(balance -> !balance.isZero())) {
                frames.put(office, Frame.of(office, accounts));
            }
        });
        return new YearFrames(available, frames);
    }

    /** The frame of the office; one of nothing when it has none. */
    public Frame of(CountyGovernorOfficeId office) {
        return frames.getOrDefault(office, Frame.of(office, Map.of()));
    }

    /** What has to change for the frames to become these; an office that is not among them is to have none. */
    public List<FrameChange.Line> changesTo(Map<CountyGovernorOfficeId, Kroner> targets) {
        Set<CountyGovernorOfficeId> offices = new TreeSet<>(targets.keySet());
        offices.addAll(frames.keySet());
        return offices.stream()
                .map(office -> new FrameChange.Line(
                        office,
                        targets.getOrDefault(office, Kroner.ZERO)
                                .minus(of(office).authorised())))
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    /** What is unused of all frames, given back. */
    public List<FrameChange.Line> unusedBack() {
        return frames.values().stream()
                .filter(frame -> frame.unused().isPositive())
                .map(frame ->
                        new FrameChange.Line(frame.office(), frame.unused().negated()))
                .sorted((one, other) -> one.office().compareTo(other.office()))
                .toList();
    }

    /** Every rule in the way of the change: no frame below what is awarded of it or claimed back, not more than is available in all. */
    public List<BrokenRule> brokenBy(List<FrameChange.Line> lines) {
        var broken = new ArrayList<BrokenRule>();
        IntStream.range(0, lines.size()).forEach(at -> {
            var frame = of(lines.get(at).office());
            if (frame.unused().plus(lines.get(at).amount()).isNegative()) {
                broken.add(BrokenRule.of(
                        "frame.below-awarded",
                        "/lines/" + at + "/amount",
                        "frame",
                        frame.authorised().plus(lines.get(at).amount()),
                        "awarded",
                        frame.authorised().minus(frame.unused())));
            }
        });
        var sum = Kroner.sum(lines.stream().map(FrameChange.Line::amount).toList());
        if (sum.compareTo(available) > 0) {
            broken.add(BrokenRule.of("frame.above-available", "/lines", "sum", sum, "available", available));
        }
        return broken;
    }
}
