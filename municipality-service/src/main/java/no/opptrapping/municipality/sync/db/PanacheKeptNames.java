package no.opptrapping.municipality.sync.db;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.municipality.sync.KeptNames;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
@Transactional
class PanacheKeptNames implements KeptNames, PanacheRepositoryBase<OfficialNamesEntity, MunicipalityId> {
    @Override
    public Map<MunicipalityId, OfficialNames> all() {
        return listAll().stream().collect(toMap(row -> row.municipality, OfficialNamesEntity::official));
    }

    @Override
    public Optional<OfficialNames> find(MunicipalityId municipality) {
        return findByIdOptional(municipality).map(OfficialNamesEntity::official);
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void put(MunicipalityId municipality, OfficialNames names) {
        var row = findByIdOptional(municipality).orElseGet(() -> new OfficialNamesEntity(municipality));
        row.become(names);
        persist(row);
    }

    @Override
    public long revision() {
        return find("select coalesce(sum(version), 0) from OfficialNamesEntity")
                .project(Long.class)
                .singleResult();
    }
}
