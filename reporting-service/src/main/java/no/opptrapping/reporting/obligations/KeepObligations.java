package no.opptrapping.reporting.obligations;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownMunicipalities;
import no.opptrapping.reporting.known.KnownPayment;
import no.opptrapping.reporting.known.PaymentStatus;

/**
 * Keeps obligations in step with awards, payments, framework allocations and carry-overs, in whatever order they are heard of. The
 * room is locked before anything is read, so that an award and its payment that arrive at once see each other.
 */
@ApplicationScoped
public class KeepObligations {
    private final KnownGrants grants;
    private final KnownMunicipalities municipalities;
    private final Obligations obligations;
    private final Outbox outbox;
    private final Event<RoomChanged> rooms;
    private final Clock clock;
    private final AtomicLong kept = new AtomicLong();

    KeepObligations(
            KnownGrants grants,
            KnownMunicipalities municipalities,
            Obligations obligations,
            Outbox outbox,
            Event<RoomChanged> rooms,
            Clock clock) {
        this.grants = grants;
        this.municipalities = municipalities;
        this.obligations = obligations;
        this.outbox = outbox;
        this.rooms = rooms;
        this.clock = clock;
    }

    /** An award was made, accepted, changed, annulled or has lapsed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void heard(KnownAward award) {
        obligations.lock(ReportId.of(award.recipient().municipalityId(), award.year()));
        grants.keep(award);
        refresh(award);
        grants.carryOvers(award.awardId()).forEach(this::refresh);
    }

    /** A payment was ordered, approved or confirmed, the last of which counts; its award may not be known yet. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void heard(KnownPayment payment) {
        obligations.lock(ReportId.of(payment.municipalityId(), payment.year()));
        grants.keep(payment);
        if (payment.status() == PaymentStatus.CONFIRMED) {
            grants.award(payment.awardId()).ifPresent(this::refresh);
        }
    }

    /** Framework money was allocated for a year. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void heard(KnownFrameworkAllocation allocation) {
        obligations.lock(ReportId.of(allocation.municipalityId(), allocation.year()));
        grants.keep(allocation);
        var today = BusinessDates.today(clock);
        var before = find(allocation.allocationId());
        become(
                before,
                before.map(obligation -> obligation.heard(allocation, today))
                        .orElseGet(() -> Obligation.first(allocation, today)));
    }

    /**
     * Money of an award was carried over to the year after it, or less of it; its award may not be known yet. It is reported on
     * with everything else that the municipality reports on for that year.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void heard(KnownCarryOver carryOver) {
        obligations.lock(ReportId.of(
                carryOver.recipient().municipalityId(), carryOver.toYear().minusYears(1)));
        grants.keep(carryOver);
        if (grants.award(carryOver.awardId()).isPresent()) {
            refresh(carryOver);
        }
    }

    /** Who reports on it stays as it was when there was first something to report on. */
    private void refresh(KnownCarryOver carryOver) {
        var today = BusinessDates.today(clock);
        var known = find(carryOver.carryOverId());
        var to = known.map(before -> new KnownAward.Party(before.municipalityId(), before.number()))
                .orElseGet(() -> bearer(carryOver));
        obligations.lock(ReportId.of(to.municipalityId(), carryOver.toYear()));
        var before = find(carryOver.carryOverId());
        if (before.isEmpty() && carryOver.carriedOver().isZero()) {
            return;
        }
        become(
                before,
                before.map(obligation -> obligation.heard(carryOver, today))
                        .orElseGet(() -> Obligation.first(carryOver, to, today)));
    }

    private KnownAward.Party bearer(KnownCarryOver carryOver) {
        var from = LocalDate.of(carryOver.toYear().getValue(), 1, 1);
        return municipalities
                .structure()
                .takeovers(carryOver.recipient().municipalityId(), from)
                .filter(steps -> !steps.isEmpty())
                .map(List::getLast)
                .map(last -> new KnownAward.Party(last.to(), last.number()))
                .orElse(carryOver.recipient());
    }

    /** The rooms with obligations that have waited for a date that has come. */
    @Transactional
    public List<ReportId> toOpen(LocalDate today) {
        return obligations.roomsWaitingUntil(today);
    }

    /** Opens what has waited in the room; again, it changes nothing. */
    @Transactional
    public void open(ReportId room, LocalDate today) {
        obligations.lock(room);
        for (var obligation : obligations.inRoom(room)) {
            become(Optional.of(obligation), obligation.on(today));
        }
    }

    /**
     * The report of a room has moved: its obligations follow. To be called under the room's lock.
     *
     * @param except those that the report says nothing of yet
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void moved(ReportId room, Progress progress, Set<ObligationId> except) {
        for (var obligation : obligations.inRoom(room)) {
            if (!except.contains(obligation.id())) {
                keep(Optional.of(obligation), obligation.moved(progress));
            }
        }
    }

    /** The rooms with obligations that another municipality bears on the date than the one that is written down. */
    @Transactional
    public List<ReportId> toHandOver(LocalDate today) {
        var structure = municipalities.structure();
        var steps = new HashMap<MunicipalityId, List<Takeover>>();
        structure
                .ceasedBy(today)
                .forEach(ceased -> structure.takeovers(ceased, today).ifPresent(known -> steps.put(ceased, known)));
        return obligations.roomsOtherwiseBorne(steps);
    }

    /** How often anything has been kept here: as long as it is the same, there is nothing new to hand over. */
    long kept() {
        return kept.get();
    }

    /** Hands the room's obligations to the municipality that bears them on the date; again, it changes nothing. */
    @Transactional
    public void handOver(ReportId room, LocalDate today) {
        obligations.lock(room);
        var structure = municipalities.structure();
        for (var obligation : obligations.inRoom(room)) {
            keep(Optional.of(obligation), handedOver(obligation, structure, today));
        }
    }

    private static Obligation handedOver(Obligation obligation, Structure structure, LocalDate today) {
        return structure
                .takeovers(obligation.municipalityId(), today)
                .map(obligation::takenOver)
                .orElse(obligation);
    }

    private void refresh(KnownAward award) {
        var paid = grants.paid(award.awardId());
        var today = BusinessDates.today(clock);
        var before = find(award.awardId());
        become(
                before,
                before.map(obligation -> obligation.heard(award, paid, today))
                        .orElseGet(() -> Obligation.first(award, paid, today)));
    }

    private Optional<Obligation> find(UUID cause) {
        return obligations.find(ObligationId.of(cause));
    }

    private void become(Optional<Obligation> before, Obligation after) {
        if (keep(before, after)) {
            rooms.fire(new RoomChanged(after.municipalityId(), after.year()));
        }
    }

    @CanIgnoreReturnValue
    private boolean keep(Optional<Obligation> before, Obligation after) {
        if (before.equals(Optional.of(after))) {
            return false;
        }
        obligations.keep(after);
        kept.incrementAndGet();
        outbox.append(ObligationV1.event(after));
        return true;
    }
}
