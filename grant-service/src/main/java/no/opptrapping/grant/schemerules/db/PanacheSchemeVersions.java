package no.opptrapping.grant.schemerules.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemerules.SchemeVersions;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;

@ApplicationScoped
@Transactional
class PanacheSchemeVersions
        implements SchemeVersions, PanacheRepositoryBase<SchemeVersionEntity, SchemeVersionEntity.Key> {
    @Override
    public Optional<SchemeVersion> find(SchemeId scheme, int number) {
        return findByIdOptional(new SchemeVersionEntity.Key(scheme, number)).map(SchemeVersionEntity::version);
    }

    @Override
    public Optional<SchemeVersion> inForce(SchemeId scheme, LocalDate day) {
        return first(find("schemeId = ?1 and inForceFrom <= ?2 order by inForceFrom desc", scheme, day));
    }

    @Override
    public Map<SchemeId, SchemeVersion> shown(Collection<SchemeId> schemes, LocalDate day) {
        return find("""
                        from SchemeVersionEntity v where v.schemeId in ?1 and v.number = coalesce(
                            (select max(f.number) from SchemeVersionEntity f
                                where f.schemeId = v.schemeId and f.inForceFrom <= ?2),
                            (select min(d.number) from SchemeVersionEntity d where d.schemeId = v.schemeId))
                        """, schemes, day).stream()
                .map(SchemeVersionEntity::version)
                .collect(Collectors.toMap(SchemeVersion::scheme, Function.identity()));
    }

    @Override
    public Optional<SchemeVersion> newest(SchemeId scheme) {
        return first(find("schemeId = ?1 order by number desc", scheme));
    }

    @Override
    public Optional<SchemeVersion> lockNewest(SchemeId scheme) {
        // The first version is always there, so its row is what everybody waits for.
        var first = findById(new SchemeVersionEntity.Key(scheme, 1), LockModeType.PESSIMISTIC_WRITE);
        if (first == null) {
            return Optional.empty();
        }
        getSession().clear();
        return newest(scheme);
    }

    @Override
    public List<SchemeVersion> list(SchemeId scheme, boolean withDraft, int after, int limit) {
        var wanted = Conditions.none().where("schemeId = :scheme", scheme).where("number > :after", after);
        if (!withDraft) {
            wanted = wanted.where("inForceFrom is not null");
        }
        return find(wanted.orderedBy("number"), wanted.values()).page(0, limit).stream()
                .map(SchemeVersionEntity::version)
                .toList();
    }

    @Override
    public void add(SchemeVersion version) {
        persistAndFlush(new SchemeVersionEntity(version));
    }

    @Override
    public void change(SchemeVersion version) {
        findById(new SchemeVersionEntity.Key(version.scheme(), version.number()))
                .take(version);
        flush();
    }

    private static Optional<SchemeVersion> first(PanacheQuery<SchemeVersionEntity> query) {
        return query.page(0, 1).firstResultOptional().map(SchemeVersionEntity::version);
    }
}
