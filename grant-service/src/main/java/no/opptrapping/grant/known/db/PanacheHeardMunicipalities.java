package no.opptrapping.grant.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.opptrapping.grant.known.HeardMunicipalities;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.kept.PanacheRegister;

@ApplicationScoped
class PanacheHeardMunicipalities extends PanacheRegister<KnownMunicipalityEntity> implements HeardMunicipalities {
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(HeardMunicipality heard) {
        replace(new KnownMunicipalityEntity(heard));
    }
}
