package no.opptrapping.grant.priornotices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Shows prior notices: to a municipality its own and those of the ones that left their duties to it, to a county governor the
 * county's, to the others all.
 */
@ApplicationScoped
@Transactional
public class SeePriorNotices {
    /** A notice with where it stands today. */
    public record Seen(PriorNotice notice, PriorNotice.State state) {}

    private final PriorNotices notices;
    private final CallerSight sight;
    private final Clock clock;

    SeePriorNotices(PriorNotices notices, CallerSight sight, Clock clock) {
        this.notices = notices;
        this.sight = sight;
        this.clock = clock;
    }

    /** The notice, or empty when there is none or the caller may not see it. */
    public Optional<Seen> find(PriorNoticeId id) {
        return notices.find(id)
                .filter(one -> sight.reaches(one.recipient(), "prior-notice.reading", id))
                .map(this::seen);
    }

    /** Those that fit the filter and that the caller may see, oldest first. */
    public List<Seen> list(PriorNotices.Filter filter, Optional<PriorNotices.Key> after, int limit) {
        var seen = new PriorNotices.Filter(
                filter.kind(), filter.award(), filter.subject(), sight.get().among(filter.recipients()));
        return notices.list(seen, after, limit).stream().map(this::seen).toList();
    }

    /** Those about the subject, which the caller has been found to see, oldest first. */
    public List<Seen> about(UUID subject) {
        return notices.about(subject).stream().map(this::seen).toList();
    }

    /** The same, with where it stands today. */
    public Seen seen(PriorNotice notice) {
        return new Seen(notice, notice.state(BusinessDates.today(clock)));
    }
}
