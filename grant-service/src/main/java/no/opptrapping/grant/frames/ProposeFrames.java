package no.opptrapping.grant.frames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemerules.DecidedBy;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.Caller;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/**
 * Proposes the frames of a scheme's year, or a change of them; another person at the Directorate adopts it. An office
 * proposes to give back what it does not need of its own frame, and nothing else.
 */
@ApplicationScoped
public class ProposeFrames {
    /**
     * What somebody proposes: the frames that a run comes to, or what is to change, line by line.
     *
     * @param run its amounts are summed per office of the day; without lines
     */
    public record Command(
            SchemeId scheme,
            Year year,
            Optional<UUID> run,
            List<FrameChange.Line> lines,
            String reason,
            Optional<LocalDate> unusedBackOn,
            Caller.Staff by) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It waits for another person. */
        record Proposed(FrameChange change) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The county governors do not decide in the scheme. */
        record NotDelegated() implements Outcome {}
    }

    private final FrameChanges changes;
    private final RunFrames runFrames;
    private final Ledger ledger;
    private final Schemes schemes;
    private final SchemeVersions versions;
    private final KnownOffices offices;
    private final Impartiality impartiality;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    ProposeFrames(
            FrameChanges changes,
            RunFrames runFrames,
            Ledger ledger,
            Schemes schemes,
            SchemeVersions versions,
            KnownOffices offices,
            Impartiality impartiality,
            CallerSight sight,
            AuditLog audit,
            Clock clock) {
        this.changes = changes;
        this.runFrames = runFrames;
        this.ledger = ledger;
        this.schemes = schemes;
        this.versions = versions;
        this.offices = offices;
        this.impartiality = impartiality;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome propose(Command command) {
        if (schemes.find(command.scheme()).isEmpty()) {
            return new Outcome.Refused(List.of(BrokenRule.of("frame.scheme-unknown", "/schemeId")));
        }
        impartiality.require("frames.proposed", command.scheme());
        var today = BusinessDates.today(clock);
        var available = ledger.lockAvailable(command.scheme(), command.year());
        var frames = YearFrames.of(available, ledger.frames(command.scheme(), command.year()));
        // A year that has frames keeps them to its end, whatever the rules say by then.
        if (frames.frames().isEmpty() && !isDelegated(command.scheme(), today)) {
            return new Outcome.NotDelegated();
        }
        return switch (linesOf(command, frames, today)) {
            case RunFrames.Outcome.Refused(var broken) -> new Outcome.Refused(broken);
            case RunFrames.Outcome.Summed(var lines) -> proposed(command, lines, frames, today);
        };
    }

    private boolean isDelegated(SchemeId scheme, LocalDate today) {
        return versions.inForce(scheme, today)
                .map(SchemeVersion::rules)
                .filter(rules -> rules.whoDecides() == DecidedBy.COUNTY_GOVERNORS)
                .isPresent();
    }

    private RunFrames.Outcome linesOf(Command command, YearFrames frames, LocalDate today) {
        return command.run()
                .map(run -> runFrames.of(run, command.scheme(), command.year(), frames, today))
                .orElseGet(() -> new RunFrames.Outcome.Summed(command.lines()));
    }

    private Outcome proposed(Command command, List<FrameChange.Line> lines, YearFrames frames, LocalDate today) {
        var broken = brokenBy(command, lines, today);
        if (broken.isEmpty()) {
            broken.addAll(frames.brokenBy(lines));
            FlowBackRule.brokenBy(
                            lines,
                            command.unusedBackOn().or(() -> changes.unusedBackOn(command.scheme(), command.year())),
                            today)
                    .ifPresent(broken::add);
        }
        if (!broken.isEmpty()) {
            return new Outcome.Refused(broken);
        }
        var change = new FrameChange(
                FrameChangeId.random(),
                command.scheme(),
                command.year(),
                kind(command),
                command.reason(),
                command.run(),
                command.unusedBackOn(),
                lines,
                new FrameChange.Act(command.by().subject(), clock.instant().truncatedTo(ChronoUnit.MICROS)),
                FrameChange.Status.PROPOSED,
                Optional.empty());
        changes.add(change);
        audit.decision(
                "frames.proposed",
                change.id().toString(),
                Map.of(
                        "kind",
                        change.kind().code(),
                        "sum",
                        Kroner.sum(lines.stream().map(FrameChange.Line::amount).toList())
                                .toString()));
        return new Outcome.Proposed(change);
    }

    private static FrameChange.Kind kind(Command command) {
        if (!command.by().isOfTheNation()) {
            return FrameChange.Kind.RETURN;
        }
        return command.run().isPresent() ? FrameChange.Kind.DIVISION : FrameChange.Kind.REVISION;
    }

    private List<BrokenRule> brokenBy(Command command, List<FrameChange.Line> lines, LocalDate today) {
        var broken = new ArrayList<BrokenRule>();
        if (command.run().isPresent() != command.lines().isEmpty()) {
            broken.add(BrokenRule.of("frame.run-or-lines", "/lines"));
        } else if (lines.isEmpty()) {
            broken.add(BrokenRule.of("frame.nothing-changes", "/lines"));
        }
        if (command.unusedBackOn().filter(day -> day.isBefore(today)).isPresent()) {
            broken.add(BrokenRule.of("frame.back-in-the-past", "/unusedBackOn", "today", today));
        }
        var known = offices.get();
        var own = known.ofCounties(command.by().counties(), today);
        var seen = new HashSet<CountyGovernorOfficeId>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            var place = "/lines/" + at;
            if (!seen.add(line.office())) {
                broken.add(BrokenRule.of("frame.office-twice", place + "/countyGovernorOfficeId"));
            }
            // An office that is not the caller's is answered as one that does not exist.
            var theirs = command.by().isOfTheNation() || own.contains(line.office());
            if (!theirs) {
                sight.refused("frames.proposed", line.office().toString());
            }
            if (!theirs || !known.exists(line.office(), today)) {
                broken.add(BrokenRule.of(
                        "frame.office-unknown",
                        place + "/countyGovernorOfficeId",
                        "office",
                        line.office().toString(),
                        "today",
                        today));
            }
            if (line.amount().isZero()
                    || (!command.by().isOfTheNation() && !line.amount().isNegative())) {
                broken.add(BrokenRule.of("frame.amount-not-a-change", place + "/amount", "amount", line.amount()));
            }
        }
        if (!command.by().isOfTheNation()
                && (command.run().isPresent() || command.unusedBackOn().isPresent())) {
            broken.add(BrokenRule.of("frame.office-only-returns", "/lines"));
        }
        return broken;
    }
}
