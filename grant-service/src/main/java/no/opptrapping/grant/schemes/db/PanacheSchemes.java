package no.opptrapping.grant.schemes.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;

@ApplicationScoped
@Transactional
class PanacheSchemes implements Schemes {
    @Override
    public Optional<Scheme> find(SchemeId id) {
        return SchemeEntity.<SchemeEntity>findByIdOptional(id.value()).map(SchemeEntity::scheme);
    }
}
