package no.opptrapping.reporting.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.opptrapping.reporting.known.KnownIndicator;
import no.opptrapping.reporting.known.KnownIndicators;

/** Keeps indicators in PostgreSQL, and those that were asked for in memory until there is a newer version. */
@ApplicationScoped
class JpaIndicators implements KnownIndicators {
    private final EntityManager entities;
    private final Map<IndicatorEntity.Key, KnownIndicator> read = new ConcurrentHashMap<>();

    JpaIndicators(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownIndicator indicator) {
        var entity = new IndicatorEntity(indicator);
        var known = entities.find(IndicatorEntity.class, entity.key);
        if (known == null || known.version < entity.version || (known.version == entity.version && !known.withdrawn)) {
            entities.merge(entity);
        }
    }

    @Override
    @Transactional
    public Optional<KnownIndicator> find(String code, Year year, LocalDate structureDate) {
        var key = new IndicatorEntity.Key(code, structureDate, year);
        var version = entities.createQuery(
                        "select i.version from IndicatorEntity i where i.key = :key and not i.withdrawn", Integer.class)
                .setParameter("key", key)
                .getSingleResultOrNull();
        if (version == null) {
            return Optional.empty();
        }
        return Optional.of(read.compute(
                key,
                (_, known) -> known != null && known.version() == version
                        ? known
                        : entities.find(IndicatorEntity.class, key).body));
    }

    @Override
    @Transactional
    public Optional<KnownIndicator> newest(String code, LocalDate structureDate) {
        return entities
                .createQuery("""
                        select i.body from IndicatorEntity i
                        where i.key.code = :code and i.key.structureDate = :date and not i.withdrawn
                        order by i.key.year desc
                        """, KnownIndicator.class)
                .setParameter("code", code)
                .setParameter("date", structureDate)
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst();
    }

    @Override
    @Transactional
    public State state() {
        return entities.createQuery("""
                        select count(i), coalesce(sum(i.version), 0), count(i) filter (where i.withdrawn)
                        from IndicatorEntity i
                        """, State.class).getSingleResult();
    }

    @Override
    @Transactional
    public SortedSet<Year> years(String code) {
        return entities.createQuery(
                        "select i.key from IndicatorEntity i where i.key.code = :code", IndicatorEntity.Key.class)
                .setParameter("code", code)
                .getResultStream()
                .filter(key -> key.structureDate().equals(key.year().atDay(1)))
                .map(IndicatorEntity.Key::year)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
