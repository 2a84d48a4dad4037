package no.opptrapping.grant.awards;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Hands a ceased municipality's awards, with their rights and duties, to the one that answers for them. What an award
 * becomes depends only on its recipient, the date and what is known of the register, so it may be done again and again.
 */
@ApplicationScoped
public class TakeOverAwards {
    /** What became of one award. */
    public sealed interface Outcome {
        /** Another municipality holds it now. */
        record TakenOver(Award award) implements Outcome {}

        /** Nobody else answers for it than the one that holds it, or it is not known who does. */
        record Unchanged() implements Outcome {}
    }

    private final Awards awards;
    private final KnownMunicipalities municipalities;
    private final Outbox outbox;
    private final AuditLog audit;
    private final Clock clock;

    TakeOverAwards(Awards awards, KnownMunicipalities municipalities, Outbox outbox, AuditLog audit, Clock clock) {
        this.awards = awards;
        this.municipalities = municipalities;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** The valid awards of municipalities that have ceased, which others than their holders answer for. */
    @Transactional
    public List<AwardId> ofCeased() {
        var today = BusinessDates.today(clock);
        var steps = new HashMap<MunicipalityId, List<Takeover>>();
        municipalities
                .ceasedBy(today)
                .forEach(ceased -> municipalities
                        .succession(ceased, today)
                        .ifPresent(succession -> steps.put(ceased, succession.steps())));
        return awards.validOtherwiseHeld(steps);
    }

    /** Hands the award over if it is time. */
    @Transactional
    @CanIgnoreReturnValue
    public Outcome takeOver(AwardId id) {
        var today = BusinessDates.today(clock);
        var award = awards.lock(id).orElseThrow(() -> new IllegalArgumentException("No award " + id));
        var steps = municipalities
                .succession(award.recipient().municipality(), today)
                .map(Succession::steps)
                .orElse(award.takeovers());
        if (!award.isValid() || steps.equals(award.takeovers())) {
            return new Outcome.Unchanged();
        }
        var taken = award.takenOver(steps);
        awards.update(taken);
        outbox.append(AwardV1.event(taken));
        audit.decision(
                "award.taken-over",
                id.toString(),
                Map.of(
                        "from", award.holder().number().value(),
                        "to", taken.holder().number().value()));
        return new Outcome.TakenOver(taken);
    }
}
