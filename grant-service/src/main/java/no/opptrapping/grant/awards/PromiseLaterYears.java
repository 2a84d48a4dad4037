package no.opptrapping.grant.awards;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Year;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;

/**
 * Says what an award is to have in later years, subject to the Storting's budget decision, by another person than the one
 * who decided the award. The whole of what was promised is replaced; when the Storting decides less, it is lowered here.
 */
@ApplicationScoped
public class PromiseLaterYears {
    /** How many years ahead a promise may reach. */
    private static final int YEARS_AHEAD = 5;

    /** The later years in place of those promised before; {@code read} tells the version that the person has read. */
    public record Command(AwardId award, List<LaterYear> laterYears, LongPredicate read, String promisedBy) {
        public Command {
            laterYears = List.copyOf(laterYears);
        }
    }

    /** What became of it. */
    public sealed interface Outcome {
        /** The promise stands. */
        record Promised(Award award) implements Outcome {}

        /** There is no such award. */
        record Unknown() implements Outcome {}

        /** Somebody has changed the award since it was read. */
        record ChangedMeanwhile() implements Outcome {}

        /** The person decided the award, and a second one must promise its later years. */
        record DecidedBySamePerson() implements Outcome {}

        /** The award is annulled or has lapsed. */
        record NotValid(AwardStatus status) implements Outcome {}

        /** Nothing is promised, for all of these reasons. */
        record Rejected(List<BrokenRule> broken) implements Outcome {}
    }

    private final Awards awards;
    private final WriteAwardLetters letters;
    private final TellOfAwards tell;
    private final Clock clock;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Impartiality impartiality;

    PromiseLaterYears(
            Awards awards,
            WriteAwardLetters letters,
            TellOfAwards tell,
            Outbox outbox,
            AuditLog audit,
            Impartiality impartiality,
            Clock clock) {
        this.letters = letters;
        this.tell = tell;
        this.clock = clock;
        this.impartiality = impartiality;
        this.awards = awards;
        this.outbox = outbox;
        this.audit = audit;
    }

    @Transactional
    public Outcome promise(Command command) {
        var locked = awards.lock(command.award());
        if (locked.isEmpty()) {
            return new Outcome.Unknown();
        }
        var award = locked.get();
        impartiality.require("award.later-years", award.purpose().scheme());
        if (!command.read().test(award.version())) {
            return new Outcome.ChangedMeanwhile();
        }
        if (award.decidedBy().equals(command.promisedBy())) {
            audit.denied("award.later-years", award.id().toString(), Map.of("because", "decided by the same person"));
            return new Outcome.DecidedBySamePerson();
        }
        if (!award.isValid()) {
            return new Outcome.NotValid(award.status());
        }
        var broken = broken(award, command.laterYears());
        return broken.isEmpty() ? promised(award, command) : new Outcome.Rejected(broken);
    }

    private Outcome promised(Award award, Command command) {
        var promising = award.promising(command.laterYears().stream()
                .sorted(Comparator.comparing(LaterYear::year))
                .toList());
        awards.update(promising);
        outbox.append(AwardV1.event(promising));
        letters.renew(promising, clock.instant().truncatedTo(ChronoUnit.MICROS));
        tell.letterRenewed(promising);
        audit.decision(
                "award.later-years",
                award.id().toString(),
                Map.of(
                        "sum",
                        Kroner.sum(command.laterYears().stream()
                                        .map(LaterYear::amount)
                                        .toList())
                                .toString()));
        return new Outcome.Promised(promising);
    }

    private List<BrokenRule> broken(Award award, List<LaterYear> promised) {
        var broken = new ArrayList<BrokenRule>();
        var kept = awards.continuing(award.id());
        var years = new HashSet<Year>();
        for (var i = 0; i < promised.size(); i++) {
            var year = promised.get(i).year();
            var pointer = "/laterYears/" + i + "/year";
            if (!year.isAfter(award.year()) || year.isAfter(award.year().plusYears(YEARS_AHEAD))) {
                broken.add(BrokenRule.of(
                        "award.later-year-within-reach",
                        pointer,
                        "from",
                        award.year().plusYears(1).toString(),
                        "to",
                        award.year().plusYears(YEARS_AHEAD).toString()));
            }
            if (!years.add(year)) {
                broken.add(BrokenRule.of("award.later-year-only-once", pointer, "year", year.toString()));
            }
        }
        kept.stream()
                .filter(year -> !promised.stream()
                        .filter(one -> one.year().equals(year))
                        .toList()
                        .equals(award.laterYears().stream()
                                .filter(one -> one.year().equals(year))
                                .toList()))
                .forEach(year -> broken.add(
                        BrokenRule.of("award.later-year-already-awarded", "/laterYears", "year", year.toString())));
        return broken;
    }
}
