package no.opptrapping.grant.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
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
class HibernateHeardIndicators implements HeardIndicators {
    private final EntityManager session;

    HibernateHeardIndicators(EntityManager session) {
        this.session = session;
    }

    @Override
    public void keep(HeardIndicator heard) {
        var kept = Optional.ofNullable(session.find(KnownIndicatorEntity.class, KnownIndicatorEntity.Key.of(heard)))
                .flatMap(KnownIndicatorEntity::withdrawal);
        var told = new KnownIndicatorEntity(heard);
        kept.ifPresent(told::withdraw);
        session.merge(told);
    }

    @Override
    public Optional<HeardIndicator> latest(String code, Year year, LocalDate structureDate) {
        return first(session.createQuery(
                        "from KnownIndicatorEntity where code = :code and year = :year"
                                + " and structureDate = :structureDate order by version desc",
                        KnownIndicatorEntity.class)
                .setParameter("code", code)
                .setParameter("year", year.getValue())
                .setParameter("structureDate", structureDate));
    }

    @Override
    public Optional<HeardIndicator> latest(String code, LocalDate structureDate) {
        return first(session.createQuery(
                        "from KnownIndicatorEntity where code = :code and structureDate = :structureDate"
                                + " order by year desc, version desc",
                        KnownIndicatorEntity.class)
                .setParameter("code", code)
                .setParameter("structureDate", structureDate));
    }

    @Override
    public Optional<HeardIndicator> version(String code, Year year, LocalDate structureDate, int version) {
        return Optional.ofNullable(session.find(
                        KnownIndicatorEntity.class,
                        new KnownIndicatorEntity.Key(code, year.getValue(), structureDate, version)))
                .map(KnownIndicatorEntity::heard);
    }

    @Override
    public SortedSet<LocalDate> structureDates(String code, Year year) {
        return new TreeSet<>(session.createQuery(
                        "select distinct structureDate from KnownIndicatorEntity where code = :code and year = :year",
                        LocalDate.class)
                .setParameter("code", code)
                .setParameter("year", year.getValue())
                .getResultList());
    }

    @Override
    public SortedSet<Year> years(String code) {
        return session.createQuery(
                        "select distinct one.year, one.structureDate from KnownIndicatorEntity one where one.code = :code",
                        Object[].class)
                .setParameter("code", code)
                .getResultStream()
                .filter(row -> LocalDate.of((int) row[0], 1, 1).equals(row[1]))
                .map(row -> Year.of((int) row[0]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Override
    public Set<String> codes() {
        return Set.copyOf(session.createQuery("select distinct code from KnownIndicatorEntity", String.class)
                .getResultList());
    }

    private static Optional<HeardIndicator> first(TypedQuery<KnownIndicatorEntity> query) {
        return query.setMaxResults(1).getResultList().stream().findFirst().map(KnownIndicatorEntity::heard);
    }
}
