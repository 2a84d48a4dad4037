package no.opptrapping.grant.costkeys.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.grant.costkeys.CostKeys;

@ApplicationScoped
@Transactional
class PanacheCostKeys implements CostKeys {
    @Override
    public Optional<List<CostKeyCriterion>> find(String code) {
        return CostKeyEntity.<CostKeyEntity>findByIdOptional(code).map(key -> List.copyOf(key.criteria));
    }
}
