package no.opptrapping.platform.values;

import org.hibernate.boot.model.TypeContributions;
import org.hibernate.boot.model.TypeContributor;
import org.hibernate.service.ServiceRegistry;

/** Tells Hibernate of municipalities' identities. */
public final class StoredMunicipalityId implements TypeContributor {
    @Override
    public void contribute(TypeContributions types, ServiceRegistry services) {
        IdType.contribute(types, MunicipalityId.class, MunicipalityId::value, MunicipalityId::new);
    }
}
