package no.opptrapping.reporting.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.kept.PanacheRegister;
import no.opptrapping.reporting.known.KnownMunicipalities;

@ApplicationScoped
class PanacheMunicipalities extends PanacheRegister<MunicipalityEntity> implements KnownMunicipalities {
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(HeardMunicipality municipality, long version) {
        replace(new MunicipalityEntity(municipality, version));
    }
}
