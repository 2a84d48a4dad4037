package no.opptrapping.grant.schemes.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.Schemes;
import no.opptrapping.platform.database.Act;

@ApplicationScoped
@Transactional
class PanacheSchemes implements Schemes, PanacheRepositoryBase<SchemeEntity, SchemeId> {
    @Override
    public Optional<Scheme> find(SchemeId id) {
        return findByIdOptional(id).map(SchemeEntity::scheme);
    }

    @Override
    public boolean existsWith(String code) {
        return count("code = ?1", code) > 0;
    }

    @Override
    public List<Scheme> list(String afterCode, int limit) {
        return find("code > ?1 order by code", afterCode).page(0, limit).stream()
                .map(SchemeEntity::scheme)
                .toList();
    }

    @Override
    public List<Scheme> listRuled(LocalDate day, String afterCode, int limit) {
        return find(
                        "select s from SchemeEntity s where s.code > ?1 and exists (select 1 from SchemeVersionEntity v"
                                + " where v.schemeId = s.id and v.inForceFrom <= ?2) order by s.code",
                        afterCode,
                        day)
                .page(0, limit)
                .stream()
                .map(SchemeEntity::scheme)
                .toList();
    }

    @Override
    public void add(Scheme scheme, String madeBy, Instant madeAt) {
        persistAndFlush(new SchemeEntity(scheme, new Act(madeBy, madeAt)));
    }
}
