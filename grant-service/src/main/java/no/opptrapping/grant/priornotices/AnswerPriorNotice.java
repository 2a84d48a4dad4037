package no.opptrapping.grant.priornotices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.values.OrganisationNumber;

/** Takes what a municipality says of a prior notice, or that it has nothing to say: until the decision, also after the period. */
@ApplicationScoped
public class AnswerPriorNotice {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is there for whoever decides. */
        record Answered(PriorNotice notice) implements Outcome {}

        /** It is decided. */
        record Closed() implements Outcome {}

        /** The municipality has said that it has no more to say. */
        record WaivedBefore() implements Outcome {}

        /** It has commented as often as there is room for. */
        record TooMany(int most) implements Outcome {}

        /** There is no such notice, or it is not the caller's. */
        record Unknown() implements Outcome {}
    }

    private static final int MOST_COMMENTS = 50;

    private final PriorNotices notices;
    private final CallerSight sight;
    private final AuditLog audit;
    private final Clock clock;

    AnswerPriorNotice(PriorNotices notices, CallerSight sight, AuditLog audit, Clock clock) {
        this.notices = notices;
        this.sight = sight;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Comments on it.
     *
     * @param by the person who answers for the municipality
     */
    @Transactional
    public Outcome comment(PriorNoticeId id, String text, String by, OrganisationNumber organisation) {
        return answer(id, "commented", (notice, now) -> {
            if (notice.comments().size() >= MOST_COMMENTS) {
                return Optional.empty();
            }
            var number = notice.comments().size() + 1;
            return Optional.of(
                    notice.commented(new PriorNotice.Comment(number, text.strip(), by.strip(), organisation, now)));
        });
    }

    /** Says that there is nothing, or nothing more, to say. */
    @Transactional
    public Outcome waive(PriorNoticeId id, String by, OrganisationNumber organisation) {
        return answer(
                id,
                "waived",
                (notice, now) -> Optional.of(notice.waived(new PriorNotice.Waiver(by.strip(), organisation, now))));
    }

    private Outcome answer(
            PriorNoticeId id, String what, BiFunction<PriorNotice, Instant, Optional<PriorNotice>> change) {
        var audited = String.join(".", "prior-notice", what);
        // Nobody waits for what is not theirs.
        var found = notices.find(id)
                .filter(one -> sight.reaches(one.recipient(), audited, id))
                .flatMap(_ -> notices.lock(id));
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        if (found.get().closedAt().isPresent()) {
            return new Outcome.Closed();
        }
        if (found.get().waiver().isPresent()) {
            return new Outcome.WaivedBefore();
        }
        var changed = change.apply(found.get(), clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (changed.isEmpty()) {
            return new Outcome.TooMany(MOST_COMMENTS);
        }
        notices.update(changed.get());
        audit.decision(audited, id.toString(), Map.of("kind", found.get().kind().code()));
        return new Outcome.Answered(changed.get());
    }
}
