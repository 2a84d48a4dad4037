package no.opptrapping.reporting.known.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Year;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.reporting.known.KnownAward;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownPayment;
import org.hibernate.Session;

/** Keeps awards, payments and framework allocations in PostgreSQL. */
@ApplicationScoped
class JpaGrants implements KnownGrants {
    private final EntityManager entities;

    JpaGrants(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownAward award) {
        entities.merge(new AwardEntity(award));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownPayment payment) {
        entities.merge(new PaymentEntity(payment));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownFrameworkAllocation allocation) {
        entities.merge(new FrameworkAllocationEntity(allocation));
    }

    @Override
    @Transactional
    public Optional<KnownAward> award(UUID awardId) {
        return Optional.ofNullable(entities.find(AwardEntity.class, awardId)).map(entity -> entity.body);
    }

    @Override
    @Transactional
    public List<KnownAward> awards(Collection<UUID> awardIds) {
        return entities
                .unwrap(Session.class)
                .findMultiple(AwardEntity.class, awardIds.stream().sorted().toList())
                .stream()
                .filter(Objects::nonNull)
                .map(entity -> entity.body)
                .toList();
    }

    @Override
    @Transactional
    public List<KnownAward> standing(Year year) {
        return entities.createQuery(
                        "select a.body from AwardEntity a where a.year = :year and a.stands order by a.awardId",
                        KnownAward.class)
                .setParameter("year", year)
                .getResultList();
    }

    @Override
    @Transactional
    public Kroner paid(UUID awardId) {
        return Kroner.of(entities.createQuery("""
                        select coalesce(sum(p.amount), 0) from PaymentEntity p where p.awardId = :award and p.confirmed
                        """, Long.class)
                .setParameter("award", awardId)
                .getSingleResult());
    }

    @Override
    @Transactional
    public Map<UUID, Kroner> paid(Year year) {
        return entities.createQuery("""
                        select p.awardId as award, sum(p.amount) as paid from PaymentEntity p
                        where p.year = :year and p.confirmed group by p.awardId
                        """, Tuple.class).setParameter("year", year).getResultList().stream()
                .collect(Collectors.toMap(
                        row -> row.get("award", UUID.class), row -> Kroner.of(row.get("paid", Long.class))));
    }

    @Override
    @Transactional
    public Optional<KnownFrameworkAllocation> frameworkAllocation(UUID allocationId) {
        return Optional.ofNullable(entities.find(FrameworkAllocationEntity.class, allocationId))
                .map(entity -> entity.body);
    }
}
