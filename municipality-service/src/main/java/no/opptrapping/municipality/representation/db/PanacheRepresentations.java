package no.opptrapping.municipality.representation.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.stream.Collectors;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.representation.KeptRepresentations;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
@Transactional
class PanacheRepresentations
        implements KeptRepresentations, PanacheRepositoryBase<RepresentationEntity, MunicipalityId> {
    @Override
    public Kept find(MunicipalityId municipality) {
        return findByIdOptional(municipality)
                .map(row -> new Kept(row.body, row.version))
                .orElseGet(() -> new Kept(Representation.NONE, 0));
    }

    @Override
    public Kept keep(MunicipalityId municipality, Representation representation) {
        var row =
                findByIdOptional(municipality).orElseGet(() -> new RepresentationEntity(municipality, representation));
        row.body = representation;
        row.version++;
        persistAndFlush(row);
        return new Kept(row.body, row.version);
    }

    @Override
    public Map<MunicipalityId, Representation> all() {
        return listAll().stream().collect(Collectors.toMap(row -> row.municipality, row -> row.body));
    }
}
