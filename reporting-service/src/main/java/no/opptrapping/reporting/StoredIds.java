package no.opptrapping.reporting;

import no.opptrapping.platform.values.IdType;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ReportId;
import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Tells Hibernate of the identities of all rooms. */
public final class StoredIds implements TypeContributor {
    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        IdType.contribute(types, ObligationId.class, ObligationId::value, ObligationId::new);
        IdType.contribute(types, ReportId.class, ReportId::value, ReportId::new);
    }
}
