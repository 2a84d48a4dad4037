package no.opptrapping.grant.announcements;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;

/**
 * Finds calls as funding opportunities (CommonGrants protocol 0.4), a page at a time as the protocol counts pages. There are
 * some calls in a year, so that they are looked through; never more than 2000, the newest.
 */
@ApplicationScoped
public class FindOpportunities {
    private static final int MOST = 2000;

    /** From one value to another, both included, or all but those. */
    public record Range<T extends Comparable<? super T>>(T min, T max, boolean outside) {
        boolean holds(T value) {
            return outside != (value.compareTo(min) >= 0 && value.compareTo(max) <= 0);
        }
    }

    /** Some of the states, or all but those. */
    public record Statuses(Set<OpportunityStatus> values, boolean excluded) {
        public Statuses {
            values = Set.copyOf(values);
        }

        boolean holds(OpportunityStatus status) {
            return excluded != values.contains(status);
        }
    }

    /** What a page is sorted by. */
    public enum Order {
        LAST_MODIFIED,
        CREATED,
        TITLE,
        STATUS,
        CLOSE_DATE,
        TOTAL_FUNDING
    }

    /**
     * What is looked for; what is empty does not matter.
     *
     * @param text what the title has, in any of its languages
     */
    public record Wish(
            Optional<String> text,
            Optional<Statuses> statuses,
            Optional<Range<LocalDate>> closes,
            Optional<Range<Kroner>> funding,
            Order order,
            boolean ascending) {
        /** Everything, the newest first. */
        public static final Wish ALL = new Wish(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Order.LAST_MODIFIED, false);
    }

    /** A page, and how many there are on all pages. */
    public record Found(List<PublicCall> items, int total) {}

    private final PublicCalls calls;
    private final Clock clock;

    FindOpportunities(PublicCalls calls, Clock clock) {
        this.calls = calls;
        this.clock = clock;
    }

    /** The page with that number, the first being 1; one that is beyond the last is empty. */
    @Transactional
    public Found find(Wish wish, int page, int pageSize) {
        var now = clock.instant();
        var found = calls.newest(MOST).stream()
                .filter(fits(wish, now))
                .sorted(order(wish, now))
                .toList();
        return new Found(
                found.stream().skip((page - 1L) * pageSize).limit(pageSize).toList(), found.size());
    }

    private static Predicate<PublicCall> fits(Wish wish, Instant now) {
        return call -> wish.text().map(text -> says(call, text)).orElse(true)
                && wish.statuses()
                        .map(some -> some.holds(OpportunityStatus.of(call.phase(now))))
                        .orElse(true)
                && wish.closes()
                        .map(range -> range.holds(LastMoment.of(call.deadline()).day()))
                        .orElse(true)
                && wish.funding()
                        .map(range -> call.budget().filter(range::holds).isPresent())
                        .orElse(true);
    }

    private static boolean says(PublicCall call, String text) {
        var wanted = text.strip().toLowerCase(Locale.ROOT);
        return Stream.of(call.title().nb(), call.title().nn(), call.title().en())
                .anyMatch(title -> title.toLowerCase(Locale.ROOT).contains(wanted));
    }

    private static Comparator<PublicCall> order(Wish wish, Instant now) {
        Comparator<PublicCall> by = switch (wish.order()) {
            case LAST_MODIFIED -> Comparator.comparing(PublicCall::changedAt);
            case CREATED -> Comparator.comparing(PublicCall::publishedAt);
            case TITLE -> Comparator.comparing(call -> call.title().nb());
            case STATUS -> Comparator.comparing(call -> OpportunityStatus.of(call.phase(now)));
            case CLOSE_DATE -> Comparator.comparing(PublicCall::deadline);
            case TOTAL_FUNDING -> Comparator.comparing(call -> call.budget().orElse(Kroner.ZERO));
        };
        return (wish.ascending() ? by : by.reversed())
                .thenComparing(call -> call.id().value());
    }
}
