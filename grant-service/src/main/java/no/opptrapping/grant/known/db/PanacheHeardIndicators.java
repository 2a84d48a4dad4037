package no.opptrapping.grant.known.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.grant.known.HeardIndicators;

@ApplicationScoped
class PanacheHeardIndicators
        implements HeardIndicators, PanacheRepositoryBase<KnownIndicatorEntity, KnownIndicatorEntity.Key> {
    @Override
    public void keep(HeardIndicator heard) {
        var kept = findByIdOptional(KnownIndicatorEntity.Key.of(heard)).flatMap(KnownIndicatorEntity::withdrawal);
        var told = new KnownIndicatorEntity(heard);
        kept.ifPresent(told::withdraw);
        getSession().merge(told);
    }

    @Override
    public Optional<HeardIndicator> latest(String code, Year year, LocalDate structureDate) {
        return find("code = ?1 and year = ?2 and structureDate = ?3 order by version desc", code, year, structureDate)
                .firstResultOptional()
                .map(KnownIndicatorEntity::heard);
    }

    @Override
    public Optional<HeardIndicator> latest(String code, LocalDate structureDate) {
        return find("code = ?1 and structureDate = ?2 order by year desc, version desc", code, structureDate)
                .firstResultOptional()
                .map(KnownIndicatorEntity::heard);
    }

    @Override
    public Optional<HeardIndicator> version(String code, Year year, LocalDate structureDate, int version) {
        return findByIdOptional(new KnownIndicatorEntity.Key(code, year, structureDate, version))
                .map(KnownIndicatorEntity::heard);
    }

    @Override
    public SortedSet<LocalDate> structureDates(String code, Year year) {
        return new TreeSet<>(find(
                        "select distinct structureDate from KnownIndicatorEntity where code = ?1 and year = ?2",
                        code,
                        year)
                .project(LocalDate.class)
                .list());
    }

    private record YearAndStructure(Year year, LocalDate structureDate) {}

    @Override
    public SortedSet<Year> years(String code) {
        return find("select distinct year, structureDate from KnownIndicatorEntity where code = ?1", code)
                .project(YearAndStructure.class)
                .stream()
                .filter(one -> one.year().atDay(1).equals(one.structureDate()))
                .map(YearAndStructure::year)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> codes() {
        return Set.copyOf(find("select distinct code from KnownIndicatorEntity")
                .project(String.class)
                .list());
    }
}
