package no.opptrapping.grant.priornotices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.time.BusinessDates;

/** Asked by every decision against a municipality: whether the municipality has been heard, and is answered. */
@ApplicationScoped
public class AskPriorNotice {
    private final PriorNotices notices;
    private final Clock clock;

    AskPriorNotice(PriorNotices notices, Clock clock) {
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * What stands in the way of deciding about the subject; empty when nothing does. Until the transaction ends nothing more
     * is said of it.
     *
     * @param answer what the municipality's comments are answered in the decision
     */
    @Transactional(TxType.MANDATORY)
    public List<BrokenRule> inTheWay(PriorNoticeKind kind, UUID subject, Optional<String> answer) {
        var notice =
                notices.lockNewest(kind, subject).filter(one -> one.closedAt().isEmpty());
        if (notice.isEmpty()) {
            return List.of(BrokenRule.of("prior-notice.not-sent", ""));
        }
        var broken = new ArrayList<BrokenRule>();
        if (!notice.get().state(BusinessDates.today(clock)).isHeard()) {
            broken.add(BrokenRule.of(
                    "prior-notice.period-runs", "", "answerBy", notice.get().answerBy()));
        }
        if (!notice.get().comments().isEmpty() && answer.isEmpty()) {
            broken.add(BrokenRule.of("prior-notice.comments-unanswered", "/answer"));
        }
        return broken;
    }

    /** What the municipality has said of the newest notice about the subject, oldest first. */
    @Transactional(TxType.MANDATORY)
    public List<PriorNotice.Comment> comments(PriorNoticeKind kind, UUID subject) {
        return notices.lockNewest(kind, subject).map(PriorNotice::comments).orElse(List.of());
    }

    /** Whether the municipality has notice that is not closed. */
    @Transactional(TxType.MANDATORY)
    public boolean isOpen(PriorNoticeKind kind, UUID subject) {
        return notices.lockNewest(kind, subject)
                .filter(one -> one.closedAt().isEmpty())
                .isPresent();
    }

    /** It is decided, or will not be: nothing more is said of it. One that is closed stays so. */
    @Transactional(TxType.MANDATORY)
    public void close(PriorNoticeKind kind, UUID subject, Instant at) {
        notices.lockNewest(kind, subject)
                .filter(one -> one.closedAt().isEmpty())
                .ifPresent(one -> notices.update(one.closed(at)));
    }
}
