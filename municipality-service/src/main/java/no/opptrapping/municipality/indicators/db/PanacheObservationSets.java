package no.opptrapping.municipality.indicators.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
class PanacheObservationSets
        implements ObservationSets, PanacheRepositoryBase<ObservationSetEntity, ObservationSetEntity.Key> {
    private static final String OF_KEY = "key.indicator = ?1 and key.year = ?2 and key.structureDate = ?3";

    @Override
    public List<IndicatorDefinition> indicators() {
        return find("select one from IndicatorEntity one order by one.code").project(IndicatorEntity.class).stream()
                .map(IndicatorEntity::definition)
                .toList();
    }

    @Override
    public Optional<IndicatorDefinition> indicator(String code) {
        return Optional.ofNullable(getSession().find(IndicatorEntity.class, code))
                .map(IndicatorEntity::definition);
    }

    @Override
    public void put(IndicatorDefinition definition) {
        var entity = Optional.ofNullable(getSession().find(IndicatorEntity.class, definition.code()))
                .orElseGet(() -> new IndicatorEntity(definition.code()));
        entity.become(definition);
        getSession().persist(entity);
    }

    @Override
    public Optional<Versioned> latest(ObservationKey key) {
        return find(OF_KEY + " order by key.version desc", key.indicator(), key.year(), key.structureDate())
                .firstResultOptional()
                .map(ObservationSetEntity::versioned);
    }

    @Override
    public Optional<Versioned> inUse(ObservationKey key) {
        return latest(key).filter(newest -> withdrawalOf(key, newest.version()).isEmpty());
    }

    @Override
    public List<Versioned> convertedFrom(ObservationKey key, int version) {
        return find("""
                        key.indicator = ?1 and key.year = ?2 and sourceStructureDate = ?3 and sourceVersion = ?4
                        order by key.structureDate, key.version
                        """, key.indicator(), key.year(), key.structureDate(), version).stream()
                .map(ObservationSetEntity::versioned)
                .toList();
    }

    @Override
    public Optional<Versioned> version(ObservationKey key, int version) {
        return findByIdOptional(rowOf(key, version)).map(ObservationSetEntity::versioned);
    }

    @Override
    public Optional<Withdrawal> withdrawalOf(ObservationKey key, int version) {
        return Optional.ofNullable(getSession().find(WithdrawalEntity.class, rowOf(key, version)))
                .map(WithdrawalEntity::withdrawal);
    }

    @Override
    public void withdraw(ObservationKey key, int version, Withdrawal withdrawal) {
        getSession().persist(new WithdrawalEntity(rowOf(key, version), withdrawal));
    }

    private static ObservationSetEntity.Key rowOf(ObservationKey key, int version) {
        return new ObservationSetEntity.Key(key.indicator(), key.year(), key.structureDate(), version);
    }

    @Override
    public List<PublishedVersion> versionsOf(ObservationKey key) {
        return find("""
                        select set.key.version, set.origin, set.publishedAt, set.publishedBy, set.sourceStructureDate,
                            set.sourceVersion, withdrawn
                        from ObservationSetEntity set left join WithdrawalEntity withdrawn on withdrawn.key = set.key
                        where set.key.indicator = ?1 and set.key.year = ?2 and set.key.structureDate = ?3
                        order by set.key.version desc
                        """, key.indicator(), key.year(), key.structureDate()).project(VersionRow.class).stream()
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
        return keys("""
                select distinct key.year, key.structureDate from ObservationSetEntity
                where key.indicator = ?1 order by key.year, key.structureDate
                """, code);
    }

    @Override
    public List<ObservationKey> keysInUse(String code) {
        return keys("""
                select set.key.year, set.key.structureDate from ObservationSetEntity set
                where set.key.indicator = ?1
                and not exists (select 1 from ObservationSetEntity later
                    where later.key.indicator = set.key.indicator and later.key.year = set.key.year
                    and later.key.structureDate = set.key.structureDate and later.key.version > set.key.version)
                and not exists (select 1 from WithdrawalEntity withdrawn where withdrawn.key = set.key)
                order by set.key.year, set.key.structureDate
                """, code);
    }

    private List<ObservationKey> keys(String query, String code) {
        return find(query, code).project(YearAndStructure.class).stream()
                .map(found -> new ObservationKey(code, found.year(), found.structureDate()))
                .toList();
    }

    /** One row of what there is of an indicator. */
    record YearAndStructure(Year year, LocalDate structureDate) {}

    @Override
    public void add(Versioned versioned, Publication publication) {
        var entity = new ObservationSetEntity(versioned, publication);
        persistAndFlush(entity);
        // It never changes again: the session need not compare all its figures at every later flush.
        getSession().detach(entity);
    }
}
