package no.opptrapping.grant.awards.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.LockedRow;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
class PanacheAwards implements Awards, PanacheRepositoryBase<AwardEntity, AwardId> {
    private final PostgresAwards rows;

    PanacheAwards(PostgresAwards rows) {
        this.rows = rows;
    }

    @Override
    public void add(List<Award> awards) {
        persist(awards.stream().map(AwardEntity::of));
        flush();
    }

    @Override
    public void update(Award changed) {
        update(List.of(changed));
    }

    @Override
    public void update(List<Award> changed) {
        for (var award : changed) {
            findByIdOptional(award.id())
                    .orElseThrow(() -> new IllegalArgumentException("No award " + award.id()))
                    .change(award);
        }
        flush();
    }

    @Override
    public Optional<Award> find(AwardId id) {
        return findByIdOptional(id).map(AwardEntity::toAward);
    }

    @Override
    public List<Award> ofApplications(List<ApplicationId> applications) {
        return list("applicationId in ?1 order by reference", applications).stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public List<Award> findAll(Set<AwardId> ids) {
        return read(list("id in ?1 order by reference", ids));
    }

    @Override
    public List<Award> lockAccepted(SchemeId scheme, Year year, Optional<Set<MunicipalityId>> recipients) {
        var wanted = Conditions.none()
                .where("purpose.schemeId = :scheme", scheme)
                .where("year = :year", year)
                .where("status = ACCEPTED")
                .whereGiven("municipalityId in :recipients", recipients);
        return read(find(wanted.orderedBy("reference"), wanted.values())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list());
    }

    @Override
    public List<Award> lockAll(Set<AwardId> ids) {
        var rows = find("id in ?1 order by reference", ids)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        // One that was read earlier in the transaction may have been changed by another since.
        rows.forEach(getSession()::refresh);
        return read(rows);
    }

    @Override
    public Optional<Award> lock(AwardId id) {
        return LockedRow.of(getSession(), AwardEntity.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(AwardEntity::toAward);
    }

    @Override
    public List<Award> list(Filter filter, String afterReference, int limit) {
        var wanted = Conditions.none()
                .where("a.reference > :after", afterReference)
                .whereGiven("a.year = :year", filter.year())
                .whereGiven("a.purpose.schemeId = :scheme", filter.scheme())
                .whereGiven("a.status = :status", filter.status());
        if (filter.recipients().isPresent()) {
            wanted = wanted.where("a.id in :ids", rows.seen(filter, afterReference, limit));
        }
        wanted = wanted.whereGiven("a.municipalityNumber = :number", filter.number());
        return read(find("from AwardEntity a" + wanted.whereOrderedBy("a.reference"), wanted.values())
                .page(0, limit)
                .list());
    }

    @Override
    public List<Award> outstanding(Set<MunicipalityId> recipients, int limit) {
        return read(list("id in ?1 order by reference", rows.outstanding(recipients, limit)));
    }

    @Override
    public List<Award> of(SchemeId scheme, Year year) {
        return read(list("purpose.schemeId = ?1 and year = ?2 order by reference", scheme, year));
    }

    @Override
    public List<AwardId> validOtherwiseHeld(Map<MunicipalityId, List<Takeover>> stepsByRecipient) {
        return rows.validOtherwiseHeld(stepsByRecipient);
    }

    @Override
    public List<Award> promising(SchemeId scheme, Year year) {
        return read(list("""
                        from AwardEntity a where a.purpose.schemeId = ?1 and a.year < ?2 and a.promisedUntil >= ?3
                            and a.status not in (ANNULLED, LAPSED)
                            and not exists (from AwardEntity k where k.continuesId = a.id and k.year = ?2)
                        order by a.reference
                        """, scheme, year, year.getValue()));
    }

    @Override
    public Set<Year> continuing(AwardId award) {
        return Set.copyOf(find("select a.year from AwardEntity a where a.continuesId = ?1", award)
                .project(Year.class)
                .list());
    }

    @Override
    public List<Unanswered> acceptableUntil(LocalDate day, Unanswered after, int limit) {
        return rows.acceptableUntil(day, after, limit);
    }

    @Override
    public List<AwardId> toRemindOf(LocalDate today, LocalDate last, int limit) {
        return rows.toRemindOf(today, last, limit);
    }

    @Override
    public boolean reminded(AwardId award, LocalDate acceptBy, Instant at) {
        return rows.reminded(award, acceptBy, at);
    }

    @Override
    public Set<MunicipalityId> recipients() {
        return rows.recipients();
    }

    @Override
    public long takeNumbers(String chapter, String item, Year year, long howMany) {
        return rows.takeNumbers(chapter, item, year, howMany);
    }

    @Override
    public List<Award> ofRuns(Set<UUID> runs) {
        return read(list("runId in ?1 order by reference", runs));
    }

    @Override
    public boolean existOf(UUID run) {
        return count("runId = ?1", run) > 0;
    }

    @Override
    public Map<MunicipalityId, Kroner> shares(SchemeId scheme, Year year) {
        var shares = new HashMap<MunicipalityId, Kroner>();
        of(scheme, year).stream()
                .filter(Award::isValid)
                .flatMap(award -> award.participants().stream())
                .forEach(share -> shares.merge(share.municipality(), share.share(), Kroner::plus));
        return shares;
    }

    private static List<Award> read(List<AwardEntity> entities) {
        return entities.stream().map(AwardEntity::toAward).toList();
    }
}
