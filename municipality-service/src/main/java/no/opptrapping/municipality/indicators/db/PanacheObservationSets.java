package no.opptrapping.municipality.indicators.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.ObservationKey;
import no.opptrapping.municipality.indicators.ObservationSets;
import no.opptrapping.municipality.indicators.Publication;
import no.opptrapping.municipality.indicators.Withdrawal;
import org.jspecify.annotations.Nullable;

@ApplicationScoped
class HibernateObservationSets implements ObservationSets {
    private final EntityManager session;

    HibernateObservationSets(EntityManager session) {
        this.session = session;
    }

    @Override
    public List<IndicatorDefinition> indicators() {
        return session.createQuery("from IndicatorEntity order by code", IndicatorEntity.class).getResultList().stream()
                .map(IndicatorEntity::definition)
                .toList();
    }

    @Override
    public Optional<IndicatorDefinition> indicator(String code) {
        return Optional.ofNullable(session.find(IndicatorEntity.class, code)).map(IndicatorEntity::definition);
    }

    @Override
    public void put(IndicatorDefinition definition) {
        var entity = Optional.ofNullable(session.find(IndicatorEntity.class, definition.code()))
                .orElseGet(() -> new IndicatorEntity(definition.code()));
        entity.become(definition);
        session.persist(entity);
    }

    @Override
    public Optional<Versioned> latest(ObservationKey key) {
        return session
                .createQuery(
                        "from ObservationSetEntity where key.indicator = :indicator and key.year = :year"
                                + " and key.structureDate = :structureDate order by key.version desc",
                        ObservationSetEntity.class)
                .setParameter("indicator", key.indicator())
                .setParameter("year", key.year().getValue())
                .setParameter("structureDate", key.structureDate())
                .setMaxResults(1)
                .getResultList()
                .stream()
                .findFirst()
                .map(ObservationSetEntity::versioned);
    }

    @Override
    public Optional<Versioned> inUse(ObservationKey key) {
        return latest(key).filter(newest -> withdrawalOf(key, newest.version()).isEmpty());
    }

    @Override
    public List<Versioned> convertedFrom(ObservationKey key, int version) {
        return session
                .createQuery(
                        "from ObservationSetEntity where key.indicator = :indicator and key.year = :year"
                                + " and sourceStructureDate = :structureDate and sourceVersion = :version"
                                + " order by key.structureDate, key.version",
                        ObservationSetEntity.class)
                .setParameter("indicator", key.indicator())
                .setParameter("year", key.year().getValue())
                .setParameter("structureDate", key.structureDate())
                .setParameter("version", version)
                .getResultList()
                .stream()
                .map(ObservationSetEntity::versioned)
                .toList();
    }

    @Override
    public Optional<Versioned> version(ObservationKey key, int version) {
        return Optional.ofNullable(session.find(ObservationSetEntity.class, rowOf(key, version)))
                .map(ObservationSetEntity::versioned);
    }

    @Override
    public Optional<Withdrawal> withdrawalOf(ObservationKey key, int version) {
        return Optional.ofNullable(session.find(WithdrawalEntity.class, rowOf(key, version)))
                .map(WithdrawalEntity::withdrawal);
    }

    @Override
    public void withdraw(ObservationKey key, int version, Withdrawal withdrawal) {
        session.persist(new WithdrawalEntity(rowOf(key, version), withdrawal));
    }

    private static ObservationSetEntity.Key rowOf(ObservationKey key, int version) {
        return new ObservationSetEntity.Key(key.indicator(), key.year().getValue(), key.structureDate(), version);
    }

    @Override
    public List<PublishedVersion> versionsOf(ObservationKey key) {
        return session
                .createQuery(
                        "select set.key.version, set.origin, set.publishedAt, set.publishedBy,"
                                + " set.sourceStructureDate, set.sourceVersion, withdrawn"
                                + " from ObservationSetEntity set"
                                + " left join WithdrawalEntity withdrawn on withdrawn.key = set.key"
                                + " where set.key.indicator = :indicator and set.key.year = :year"
                                + " and set.key.structureDate = :structureDate order by set.key.version desc",
                        VersionRow.class)
                .setParameter("indicator", key.indicator())
                .setParameter("year", key.year().getValue())
                .setParameter("structureDate", key.structureDate())
                .getResultList()
                .stream()
                .map(VersionRow::published)
                .toList();
    }

    /** How one version of a set came to be. */
    record VersionRow(
            int version,
            Publication.Origin origin,
            @Nullable Instant publishedAt,
            String publishedBy,
            @Nullable LocalDate sourceStructureDate,
            @Nullable Integer sourceVersion,
            @Nullable WithdrawalEntity withdrawn) {
        PublishedVersion published() {
            return new PublishedVersion(
                    version,
                    new Publication(origin, Optional.ofNullable(publishedAt), publishedBy),
                    ObservationSetEntity.conversion(sourceStructureDate, sourceVersion),
                    Optional.ofNullable(withdrawn).map(WithdrawalEntity::withdrawal));
        }
    }

    @Override
    public List<ObservationKey> keysOf(String code) {
        return session
                .createQuery(
                        "select distinct key.year, key.structureDate from ObservationSetEntity"
                                + " where key.indicator = :code order by key.year, key.structureDate",
                        YearAndStructure.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .map(found -> new ObservationKey(code, Year.of(found.year()), found.structureDate()))
                .toList();
    }

    @Override
    public List<ObservationKey> keysInUse(String code) {
        return session
                .createQuery(
                        "select set.key.year, set.key.structureDate from ObservationSetEntity set"
                                + " where set.key.indicator = :code"
                                + " and not exists (select 1 from ObservationSetEntity later"
                                + " where later.key.indicator = set.key.indicator and later.key.year = set.key.year"
                                + " and later.key.structureDate = set.key.structureDate"
                                + " and later.key.version > set.key.version)"
                                + " and not exists (select 1 from WithdrawalEntity withdrawn"
                                + " where withdrawn.key = set.key)"
                                + " order by set.key.year, set.key.structureDate",
                        YearAndStructure.class)
                .setParameter("code", code)
                .getResultList()
                .stream()
                .map(found -> new ObservationKey(code, Year.of(found.year()), found.structureDate()))
                .toList();
    }

    /** One row of what there is of an indicator. */
    record YearAndStructure(int year, LocalDate structureDate) {}

    @Override
    public void add(Versioned versioned, Publication publication) {
        var entity = new ObservationSetEntity(versioned, publication);
        session.persist(entity);
        // It never changes again: the session need not compare all its figures at every later flush.
        session.flush();
        session.detach(entity);
    }
}
