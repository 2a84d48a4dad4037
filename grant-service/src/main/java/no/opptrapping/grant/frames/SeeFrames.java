package no.opptrapping.grant.frames;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.KnownOffices;
import no.opptrapping.grant.known.Offices;
import no.opptrapping.grant.ledger.Ledger;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;

/** Shows frames and what was decided about them: all to the Directorate, to a county governor those of its own offices. */
@ApplicationScoped
@Transactional
public class SeeFrames {
    /** A frame with what its office is called. */
    public record Named(Frame frame, String office) {}

    /** The frames of a scheme's year, and the day from which what is unused flows back. */
    public record Seen(List<Named> frames, Optional<LocalDate> unusedBackOn) {}

    /**
     * An office at the end of a month.
     *
     * @param frame as the ledger had it
     * @param decided what was adopted about the frame, of its own and of the offices that it has come in the place of
     * @param ordered the payments that were confirmed and not returned by then
     */
    public record Reconciled(Frame frame, String office, Kroner decided, Kroner ordered) {
        /** Whether every krone is where it should be. */
        public boolean agrees() {
            return frame.authorised()
                            .equals(frame.awarded().plus(frame.claimed()).plus(frame.unused()))
                    && frame.authorised().equals(decided)
                    && frame.paid().equals(ordered);
        }
    }

    private final FrameChanges changes;
    private final Ledger ledger;
    private final KnownOffices offices;
    private final CallerSight sight;
    private final Clock clock;

    SeeFrames(FrameChanges changes, Ledger ledger, KnownOffices offices, CallerSight sight, Clock clock) {
        this.changes = changes;
        this.ledger = ledger;
        this.offices = offices;
        this.sight = sight;
        this.clock = clock;
    }

    /** The frames of a scheme's year that the caller may see, by the offices' names. */
    public Seen of(SchemeId scheme, Year year) {
        var today = BusinessDates.today(clock);
        var known = offices.get();
        var own = own(known, today);
        return new Seen(
                YearFrames.of(Kroner.ZERO, ledger.frames(scheme, year)).frames().values().stream()
                        .filter(frame ->
                                own.map(some -> some.contains(frame.office())).orElse(true))
                        .map(frame -> new Named(frame, known.name(frame.office(), today)))
                        .sorted(Comparator.comparing(Named::office))
                        .toList(),
                changes.unusedBackOn(scheme, year));
    }

    /** The change, if the caller may see it. */
    public Optional<FrameChange> find(FrameChangeId id) {
        var own = own(offices.get(), BusinessDates.today(clock));
        return changes.find(id).flatMap(change -> {
            var seen = own.map(some -> seenBy(change, some)).orElse(Optional.of(change));
            if (seen.isEmpty()) {
                sight.refused("frames.read", id.toString());
            }
            return seen;
        });
    }

    /** The changes that fit and that the caller may see, the oldest proposal first. */
    public List<FrameChange> list(FrameChanges.Filter filter, Optional<FrameChanges.Position> after, int limit) {
        var own = own(offices.get(), BusinessDates.today(clock));
        var narrowed = new FrameChanges.Filter(filter.scheme(), filter.year(), filter.status(), own);
        return changes.list(narrowed, after, limit).stream()
                .map(change -> own.flatMap(some -> seenBy(change, some)).orElse(change))
                .toList();
    }

    /** What the offices are called today. */
    public Function<CountyGovernorOfficeId, String> names() {
        var today = BusinessDates.today(clock);
        var known = offices.get();
        return office -> known.name(office, today);
    }

    /** The same change with the lines of the offices; empty when there are none. */
    private static Optional<FrameChange> seenBy(FrameChange change, Set<CountyGovernorOfficeId> some) {
        var lines = change.lines().stream()
                .filter(line -> some.contains(line.office()))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(change.with(lines));
    }

    /** Each office's authority, awards, payments and unused at the end of the month, held against what they come of. */
    public List<Reconciled> reconciled(SchemeId scheme, Year year, YearMonth month) {
        var after = BusinessDates.startOf(month.plusMonths(1).atDay(1));
        var known = offices.get();
        var last = month.atEndOfMonth();
        var own = own(known, BusinessDates.today(clock));
        // Who had whose frame by then is what the ledger has, not the day of the reform: the frame moves some time
        // after.
        var succeeded = changes.succeededBefore(scheme, year, after);
        var decided = standing(changes.decidedBefore(scheme, year, after), succeeded);
        var paid = standing(changes.paidBefore(scheme, year, after), succeeded);
        var posted = changes.postedBefore(scheme, year, after).stream()
                .collect(Collectors.toMap(Frame::office, Function.identity()));
        var all = new TreeSet<>(posted.keySet());
        all.addAll(decided.keySet());
        all.addAll(paid.keySet());
        return all.stream()
                .filter(office -> own.map(some -> some.contains(office)).orElse(true))
                .map(office -> new Reconciled(
                        Optional.ofNullable(posted.get(office)).orElseGet(() -> Frame.of(office, Map.of())),
                        known.name(office, last),
                        decided.getOrDefault(office, Kroner.ZERO),
                        paid.getOrDefault(office, Kroner.ZERO)))
                .sorted(Comparator.comparing(Reconciled::office))
                .toList();
    }

    private static Map<CountyGovernorOfficeId, Kroner> standing(
            Map<CountyGovernorOfficeId, Kroner> sums, Map<CountyGovernorOfficeId, CountyGovernorOfficeId> succeeded) {
        var standing = new TreeMap<CountyGovernorOfficeId, Kroner>();
        sums.forEach((office, sum) -> standing.merge(last(office, succeeded), sum, Kroner::plus));
        return standing;
    }

    private static CountyGovernorOfficeId last(
            CountyGovernorOfficeId office, Map<CountyGovernorOfficeId, CountyGovernorOfficeId> succeeded) {
        var at = office;
        var seen = new HashSet<CountyGovernorOfficeId>();
        while (seen.add(at) && succeeded.containsKey(at)) {
            at = succeeded.get(at);
        }
        return at;
    }

    private Optional<Set<CountyGovernorOfficeId>> own(Offices known, LocalDate today) {
        return switch (sight.get()) {
            case Sight.Everything() -> Optional.empty();
            case Sight.Counties some ->
                Optional.of(known.standingForAny(known.ofCounties(some.counties(), today), today));
            case Sight.Own own -> noneButOfASystem();
            case Sight.Nothing() -> noneButOfASystem();
        };
    }

    private Optional<Set<CountyGovernorOfficeId>> noneButOfASystem() {
        return sight.isOfAnInternalSystem() ? Optional.empty() : Optional.of(Set.of());
    }
}
