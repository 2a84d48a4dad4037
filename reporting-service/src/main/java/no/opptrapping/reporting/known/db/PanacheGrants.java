package no.opptrapping.reporting.known.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
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
import no.opptrapping.reporting.known.KnownCarryOver;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import no.opptrapping.reporting.known.KnownGrants;
import no.opptrapping.reporting.known.KnownPayment;

/** Keeps awards, payments, framework allocations and carry-overs in PostgreSQL. */
@ApplicationScoped
@Transactional
class PanacheGrants implements KnownGrants, PanacheRepositoryBase<AwardEntity, UUID> {
    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownAward award) {
        getSession().merge(new AwardEntity(award));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownPayment payment) {
        getSession().merge(new PaymentEntity(payment));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownFrameworkAllocation allocation) {
        getSession().merge(new FrameworkAllocationEntity(allocation));
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(KnownCarryOver carryOver) {
        getSession().merge(new CarryOverEntity(carryOver));
    }

    @Override
    public Optional<KnownAward> award(UUID awardId) {
        return findByIdOptional(awardId).map(entity -> entity.body);
    }

    @Override
    public List<KnownCarryOver> carryOvers(UUID awardId) {
        return getSession()
                .createSelectionQuery(
                        "select c.body from CarryOverEntity c where c.awardId = :award order by c.toYear",
                        KnownCarryOver.class)
                .setParameter("award", awardId)
                .list();
    }

    @Override
    public List<KnownCarryOver> carriedInto(Year year) {
        return getSession()
                .createSelectionQuery(
                        "select c.body from CarryOverEntity c where c.toYear = :year order by c.awardId",
                        KnownCarryOver.class)
                .setParameter("year", year)
                .stream()
                .filter(carryOver -> carryOver.carriedOver().isPositive())
                .toList();
    }

    @Override
    public List<KnownAward> awards(Collection<UUID> awardIds) {
        return getSession()
                .findMultiple(AwardEntity.class, awardIds.stream().sorted().toList())
                .stream()
                .filter(Objects::nonNull)
                .map(entity -> entity.body)
                .toList();
    }

    @Override
    public List<KnownAward> standing(Year year) {
        return find("select a.body from AwardEntity a where a.year = ?1 and a.stands order by a.awardId", year)
                .project(KnownAward.class)
                .list();
    }

    @Override
    public Kroner paid(UUID awardId) {
        var paid = Kroner.of(find(
                        "select coalesce(sum(p.amount), 0) from PaymentEntity p where p.awardId = ?1 and p.confirmed",
                        awardId)
                .project(Long.class)
                .singleResult());
        return award(awardId).map(award -> paid.minus(award.claimed())).orElse(paid);
    }

    private record Paid(UUID award, long amount) {}

    @Override
    public Map<UUID, Kroner> paid(Year year) {
        var paid = find("""
                        select p.awardId, sum(p.amount) from PaymentEntity p
                        where p.year = ?1 and p.confirmed group by p.awardId
                        """, year).project(Paid.class).stream()
                .collect(Collectors.toMap(Paid::award, one -> Kroner.of(one.amount())));
        standing(year)
                .forEach(award -> paid.computeIfPresent(award.awardId(), (_, amount) -> amount.minus(award.claimed())));
        return paid;
    }

    @Override
    public Optional<KnownFrameworkAllocation> frameworkAllocation(UUID allocationId) {
        return Optional.ofNullable(getSession().find(FrameworkAllocationEntity.class, allocationId))
                .map(entity -> entity.body);
    }
}
