package no.opptrapping.reporting.known.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
@Transactional
class PanacheIndicators implements KnownIndicators, PanacheRepositoryBase<IndicatorEntity, IndicatorEntity.Key> {
    private final Map<IndicatorEntity.Key, KnownIndicator> read = new ConcurrentHashMap<>();

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownIndicator indicator) {
        var entity = new IndicatorEntity(indicator);
        var known = findById(entity.key);
        if (known == null || known.version < entity.version || (known.version == entity.version && !known.withdrawn)) {
            getSession().merge(entity);
        }
    }

    @Override
    public Optional<KnownIndicator> find(String code, Year year, LocalDate structureDate) {
        var key = new IndicatorEntity.Key(code, structureDate, year);
        return find("select i.version from IndicatorEntity i where i.key = ?1 and not i.withdrawn", key)
                .project(Integer.class)
                .singleResultOptional()
                .map(version -> read.compute(
                        key, (_, known) -> known != null && known.version() == version ? known : findById(key).body));
    }

    @Override
    public Optional<KnownIndicator> newest(String code, LocalDate structureDate) {
        return find("""
                        select i.body from IndicatorEntity i
                        where i.key.code = ?1 and i.key.structureDate = ?2 and not i.withdrawn
                        order by i.key.year desc
                        """, code, structureDate).project(KnownIndicator.class).firstResultOptional();
    }

    @Override
    public State state() {
        return find("""
                        select count(i), coalesce(sum(i.version), 0), count(i) filter (where i.withdrawn)
                        from IndicatorEntity i
                        """).project(State.class).singleResult();
    }

    @Override
    public SortedSet<Year> years(String code) {
        return find("select i.key from IndicatorEntity i where i.key.code = ?1", code)
                .project(IndicatorEntity.Key.class)
                .stream()
                .filter(key -> key.structureDate().equals(key.year().atDay(1)))
                .map(IndicatorEntity.Key::year)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
