package no.opptrapping.grant.awards.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.Awards;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** The awards through Hibernate. */
@ApplicationScoped
class EntityAwards implements Awards {
    private final EntityManager session;

    EntityAwards(EntityManager session) {
        this.session = session;
    }

    @Override
    public void add(List<Award> awards) {
        awards.forEach(award -> session.persist(AwardEntity.of(award)));
        session.flush();
    }

    @Override
    public void update(Award changed) {
        var row = session.find(AwardEntity.class, changed.id().value());
        if (row == null) {
            throw new IllegalArgumentException("No award " + changed.id());
        }
        row.change(changed);
        session.flush();
    }

    @Override
    public Optional<Award> find(AwardId id) {
        return Optional.ofNullable(session.find(AwardEntity.class, id.value())).map(AwardEntity::toAward);
    }

    @Override
    public Optional<Award> lock(AwardId id) {
        var row = session.find(AwardEntity.class, id.value());
        if (row == null) {
            return Optional.empty();
        }
        session.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(row.toAward());
    }

    @Override
    public List<Award> list(Filter filter, String afterReference, int limit) {
        var conditions = new StringBuilder("from AwardEntity a where a.reference > :after");
        var arguments = new HashMap<String, Object>(Map.of("after", afterReference));
        filter.year().ifPresent(year -> {
            conditions.append(" and a.year = :year");
            arguments.put("year", year.getValue());
        });
        filter.scheme().ifPresent(scheme -> {
            conditions.append(" and a.schemeId = :scheme");
            arguments.put("scheme", scheme.value());
        });
        filter.status().ifPresent(status -> {
            conditions.append(" and a.status = :status");
            arguments.put("status", status.code());
        });
        filter.recipients().ifPresent(recipients -> {
            conditions.append(" and a.municipalityId in :recipients");
            arguments.put(
                    "recipients", recipients.stream().map(MunicipalityId::value).toList());
        });
        filter.number().ifPresent(number -> {
            conditions.append(" and a.municipalityNumber = :number");
            arguments.put("number", number.value());
        });
        filter.county().ifPresent(county -> {
            conditions.append(" and substring(a.municipalityNumber, 1, 2) = :county");
            arguments.put("county", county);
        });
        var query =
                session.createQuery(conditions.append(" order by a.reference").toString(), AwardEntity.class);
        arguments.forEach(query::setParameter);
        return query.setMaxResults(limit).getResultList().stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public List<Award> of(SchemeId scheme, Year year) {
        return session
                .createQuery(
                        "from AwardEntity a where a.schemeId = :scheme and a.year = :year order by a.reference",
                        AwardEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.getValue())
                .getResultList()
                .stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public List<Held> validOf(Set<MunicipalityId> recipients) {
        return session
                .createQuery(
                        "from AwardEntity a where a.municipalityId in :recipients"
                                + " and a.status not in ('annulled', 'lapsed') order by a.reference",
                        AwardEntity.class)
                .setParameter(
                        "recipients",
                        recipients.stream().map(MunicipalityId::value).toList())
                .getResultList()
                .stream()
                .map(row -> new Held(new AwardId(row.id), new MunicipalityId(row.municipalityId), row.takeovers))
                .toList();
    }

    @Override
    public List<Award> promising(SchemeId scheme, Year year) {
        return session
                .createQuery(
                        "from AwardEntity a where a.schemeId = :scheme and a.year < :year and a.promisedUntil >= :year"
                                + " and a.status not in ('annulled', 'lapsed')"
                                + " and not exists (from AwardEntity k where k.continuesId = a.id and k.year = :year)"
                                + " order by a.reference",
                        AwardEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year.getValue())
                .getResultList()
                .stream()
                .map(AwardEntity::toAward)
                .toList();
    }

    @Override
    public Set<Year> continuing(AwardId award) {
        return session
                .createQuery("select a.year from AwardEntity a where a.continuesId = :award", Integer.class)
                .setParameter("award", award.value())
                .getResultList()
                .stream()
                .map(Year::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public Set<MunicipalityId> recipients() {
        return session
                .createQuery("select distinct a.municipalityId from AwardEntity a", UUID.class)
                .getResultList()
                .stream()
                .map(MunicipalityId::new)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public long takeNumbers(String chapter, String item, Year year, long howMany) {
        var first = session.createNativeQuery("select award_take_numbers(:chapter, :item, :year, :howMany)", Long.class)
                .setParameter("chapter", chapter)
                .setParameter("item", item)
                .setParameter("year", year.getValue())
                .setParameter("howMany", howMany)
                .getSingleResult();
        return (Long) first;
    }

    @Override
    public boolean existOf(UUID run) {
        return session.createQuery("select count(*) from AwardEntity a where a.runId = :run", Long.class)
                        .setParameter("run", run)
                        .getSingleResult()
                > 0;
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
}
