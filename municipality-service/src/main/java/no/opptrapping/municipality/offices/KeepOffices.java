package no.opptrapping.municipality.offices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import no.opptrapping.platform.events.Outbox;

/** Keeps the offices of an edition of the reference data, and tells of each that differs from what was told last. */
@ApplicationScoped
public class KeepOffices {
    private final CountyGovernorOffices offices;
    private final Outbox outbox;

    KeepOffices(CountyGovernorOffices offices, Outbox outbox) {
        this.offices = offices;
        this.outbox = outbox;
    }

    @Transactional(TxType.MANDATORY)
    public void keep(List<CountyGovernorOffice> edition) {
        for (var office : edition) {
            offices.keep(office).ifPresent(version -> outbox.append(office.event(version)));
        }
    }
}
