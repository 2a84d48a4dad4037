package no.opptrapping.reporting.obligations;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;

/**
 * An obligation to report (<i>rapporteringsplikt</i>) on one award, one framework allocation, or what has been carried over
 * of one award to the year after it. What it becomes depends
 * only on what is known, not on the order in which it was heard.
 *
 * @param municipalityId on whose grant there is to be a report: the recipient, for a joint award its host
 * @param received what has been paid of the award, confirmed, or what has been carried into the year; zero for framework
 *     money
 * @param takeovers how the duty came from that municipality to the one that bears it, oldest first
 * @param version 1 at first, one more for each change
 */
public record Obligation(
        ObligationId id,
        Cause cause,
        MunicipalityId municipalityId,
        MunicipalityNumber number,
        Year year,
        LocalDate opensOn,
        LocalDate dueOn,
        String form,
        FormSize size,
        Kroner received,
        ObligationStatus status,
        List<Takeover> takeovers,
        long version) {
    public Obligation {
        takeovers = List.copyOf(takeovers);
    }

    /** The obligation that an award gives, when this is the first that is heard of it; it opens when it is paid, on its day. */
    public static Obligation first(KnownAward award, Kroner paid, LocalDate today) {
        var terms = award.reporting();
        return new Obligation(
                ObligationId.of(award.awardId()),
                new Cause.Award(award.awardId()),
                award.recipient().municipalityId(),
                award.recipient().number(),
                award.year(),
                terms.opensOn(),
                terms.dueOn(),
                terms.form(),
                terms.size(),
                paid,
                status(award, paid, today),
                List.of(),
                1);
    }

    /** The obligation that a framework allocation gives; it opens on its date, if it gives anything. */
    public static Obligation first(KnownFrameworkAllocation allocation, LocalDate today) {
        var terms = allocation.reporting();
        return new Obligation(
                ObligationId.of(allocation.allocationId()),
                new Cause.FrameworkAllocation(allocation.allocationId()),
                allocation.municipalityId(),
                allocation.number(),
                allocation.year(),
                terms.opensOn(),
                terms.dueOn(),
                terms.form(),
                terms.size(),
                Kroner.ZERO,
                status(allocation, today),
                List.of(),
                1);
    }

    /** Nobody reports on nothing, which a correction can leave. */
    private static ObligationStatus status(KnownFrameworkAllocation allocation, LocalDate today) {
        if (allocation.amount().isZero()) {
            return ObligationStatus.CANCELLED;
        }
        return today.isBefore(allocation.reporting().opensOn()) ? ObligationStatus.WAITING : ObligationStatus.OPEN;
    }

    /**
     * The obligation that a carry-over gives; it opens on its date as long as anything is carried over.
     *
     * @param to who reports on the year that the money is carried into: the recipient, or who had taken over from it by then
     */
    public static Obligation first(KnownCarryOver carryOver, KnownAward.Party to, LocalDate today) {
        var terms = carryOver.reporting();
        return new Obligation(
                ObligationId.of(carryOver.carryOverId()),
                new Cause.CarryOver(carryOver.carryOverId(), carryOver.awardId()),
                to.municipalityId(),
                to.number(),
                carryOver.toYear(),
                terms.opensOn(),
                terms.dueOn(),
                terms.form(),
                terms.size(),
                carryOver.carriedOver(),
                status(carryOver, today),
                List.of(),
                1);
    }

    private static ObligationStatus status(KnownCarryOver carryOver, LocalDate today) {
        if (carryOver.carriedOver().isZero()) {
            return ObligationStatus.CANCELLED;
        }
        return today.isBefore(carryOver.reporting().opensOn()) ? ObligationStatus.WAITING : ObligationStatus.OPEN;
    }

    private static ObligationStatus status(KnownAward award, Kroner paid, LocalDate today) {
        if (!award.status().stands()) {
            return ObligationStatus.CANCELLED;
        }
        return paid.isZero() || today.isBefore(award.reporting().opensOn())
                ? ObligationStatus.WAITING
                : ObligationStatus.OPEN;
    }

    /** The room that the report is made in. */
    public ReportId reportId() {
        return ReportId.of(municipalityId, year);
    }

    /** What it is after more has been heard of the award; the same when that changes nothing. */
    public Obligation heard(KnownAward award, Kroner paid, LocalDate today) {
        return accounted(first(award, paid, today));
    }

    /** What it is after more has been heard of the carry-over; the same when that changes nothing. */
    public Obligation heard(KnownCarryOver carryOver, LocalDate today) {
        return accounted(first(carryOver, new KnownAward.Party(municipalityId, number), today));
    }

    /** A report that has been begun goes on for as long as there is the same to account for. */
    private Obligation accounted(Obligation fresh) {
        var goesOn = fresh.status == ObligationStatus.OPEN && status.isLive() && received.equals(fresh.received);
        return fresh.with(goesOn ? status : fresh.status, takeovers).after(this);
    }

    /** What it is after more has been heard of the framework allocation. */
    public Obligation heard(KnownFrameworkAllocation allocation, LocalDate today) {
        var fresh = first(allocation, today);
        var goesOn = fresh.status != ObligationStatus.CANCELLED && status.isLive();
        return fresh.with(goesOn ? status : fresh.status, takeovers).after(this);
    }

    /** What it is after the report of its room has moved; the same when it has nothing to do with it. */
    public Obligation moved(Progress progress) {
        if (!status.isLive()) {
            return this;
        }
        var reached = switch (progress) {
            case WITH_THE_MUNICIPALITY -> ObligationStatus.OPEN;
            case IN_CONTROL -> ObligationStatus.SUBMITTED;
            case APPROVED -> ObligationStatus.FULFILLED;
        };
        return with(reached).after(this);
    }

    /** What it is in the hands of the one that bears the duty; the same when that is nobody else. */
    public Obligation takenOver(List<Takeover> steps) {
        return with(status, steps).after(this);
    }

    /** The municipality that has to report. */
    public MunicipalityId bearer() {
        return takeovers.isEmpty() ? municipalityId : takeovers.getLast().to();
    }

    /** What it is on the date: open when it was waiting for its time alone and that has come. */
    public Obligation on(LocalDate today) {
        var ripe = switch (cause) {
            case Cause.FrameworkAllocation _ -> true;
            case Cause.Award _, Cause.CarryOver _ -> !received.isZero();
        };
        return ripe && status == ObligationStatus.WAITING && !today.isBefore(opensOn)
                ? with(ObligationStatus.OPEN).after(this)
                : this;
    }

    private Obligation with(ObligationStatus other) {
        return with(other, takeovers);
    }

    private Obligation with(ObligationStatus other, List<Takeover> steps) {
        return new Obligation(
                id, cause, municipalityId, number, year, opensOn, dueOn, form, size, received, other, steps, version);
    }

    private Obligation after(Obligation before) {
        return numbered(before.version).equals(before) ? before : numbered(before.version + 1);
    }

    private Obligation numbered(long next) {
        return new Obligation(
                id, cause, municipalityId, number, year, opensOn, dueOn, form, size, received, status, takeovers, next);
    }
}
