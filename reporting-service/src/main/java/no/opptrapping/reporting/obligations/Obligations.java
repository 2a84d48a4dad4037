package no.opptrapping.reporting.obligations;

import java.time.LocalDate;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.MunicipalityId;

/** Where obligations are kept. */
public interface Obligations {
    /**
     * Waits for everybody else who is changing the room, its obligations or its report, and keeps them out until the
     * transaction ends. To be called before anything of the room is read that is going to be changed.
     */
    void lock(ReportId room);

    Optional<Obligation> find(ObligationId id);

    /** Every obligation of the room, ordered by identity. */
    List<Obligation> inRoom(ReportId room);

    /** The rooms of obligations that wait for nothing but a date that is not after this one, ordered. */
    List<ReportId> roomsWaitingUntil(LocalDate date);

    /**
     * The rooms with obligations of these municipalities, not cancelled, that have not come from there by these steps,
     * ordered.
     */
    List<ReportId> roomsOtherwiseBorne(Map<MunicipalityId, List<Takeover>> stepsByMunicipality);

    /** Keeps it in place of what it was before. */
    void keep(Obligation obligation);

    /** A page of obligations in order of identity, and one more when there are more. */
    List<Obligation> list(Wish wish);

    /**
     * Which obligations somebody asks for.
     *
     * @param municipalities only these; everybody's when empty
     * @param after the identity of the last one seen
     */
    record Wish(
            Optional<Set<MunicipalityId>> municipalities,
            Optional<Year> year,
            Optional<ObligationStatus> status,
            Optional<ObligationId> after,
            int limit) {}

    /** Obligations of these municipalities that are neither fulfilled nor cancelled, by due date. */
    List<Obligation> unfinished(Collection<MunicipalityId> municipalities);
}
