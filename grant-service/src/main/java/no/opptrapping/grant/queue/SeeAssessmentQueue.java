package no.opptrapping.grant.queue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.CallerSight;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Shows the administration which cases wait, for what and whom: the longest waiting first, and of those that came on one
 * day the largest. A county governor sees those of the county's municipalities of today.
 */
@ApplicationScoped
public class SeeAssessmentQueue {
    /**
     * Which cases; what is empty does not matter.
     *
     * @param holder whose cases, by subject
     * @param unheld only those that nobody works on
     */
    public record Wish(Optional<CallId> call, Optional<String> holder, boolean unheld, Optional<CaseStep> step) {}

    /**
     * A line of the queue.
     *
     * @param municipality who answers for the application today, as far as that is known
     * @param days how many days it has waited since it was submitted
     */
    public record Line(QueuedCase queued, Optional<KnownMunicipality> municipality, long days) {}

    private final AssessmentQueue queue;
    private final KnownMunicipalities municipalities;
    private final CallerSight sight;
    private final Clock clock;

    SeeAssessmentQueue(AssessmentQueue queue, KnownMunicipalities municipalities, CallerSight sight, Clock clock) {
        this.queue = queue;
        this.municipalities = municipalities;
        this.sight = sight;
        this.clock = clock;
    }

    /** Cases after the key, at most {@code limit}. */
    @Transactional
    public List<Line> list(Wish wish, Language language, Optional<AssessmentQueue.Key> after, int limit) {
        var now = clock.instant();
        var today = BusinessDates.of(now);
        var structure = municipalities.structure();
        var filter = new AssessmentQueue.Filter(
                wish.call(), sight.get().only(), wish.holder(), wish.unheld(), wish.step(), now);
        return queue.list(filter, language, after, limit).stream()
                .map(one -> line(one, structure, today))
                .toList();
    }

    private static Line line(QueuedCase one, Structure structure, LocalDate today) {
        return new Line(
                one,
                structure.dutyBearer(one.host(), today).flatMap(bearer -> structure.on(bearer, today)),
                ChronoUnit.DAYS.between(one.queuedOn(), today));
    }
}
