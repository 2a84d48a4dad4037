package no.opptrapping.grant.payments.db;

import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatch;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.PaymentStatus;
import no.opptrapping.grant.payments.Payments;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Conditions;
import no.opptrapping.platform.database.FirstOfEach;
import no.opptrapping.platform.database.LockedRow;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

@ApplicationScoped
class PanachePayments implements Payments, PanacheRepositoryBase<PaymentEntity, PaymentId> {
    /** Whoever locks several locks them in this order. */
    private static final String IN_ORDER = "awardReference, id";

    private static final String OF_BATCH = "batchId = ?1 order by " + IN_ORDER;

    private final PostgresHolders holders;
    private final PlainSql sql;

    PanachePayments(PostgresHolders holders, PlainSql sql) {
        this.sql = sql;
        this.holders = holders;
    }

    @Override
    public void add(PaymentBatch batch) {
        getSession().persist(PaymentBatchEntity.of(batch));
        flush();
    }

    @Override
    public void add(List<Payment> payments) {
        persist(payments.stream().map(PaymentEntity::of));
        flush();
    }

    @Override
    public void update(List<Payment> changed) {
        for (var payment : changed) {
            findByIdOptional(payment.id())
                    .orElseThrow(() -> new IllegalArgumentException("No payment " + payment.id()))
                    .change(payment);
        }
        flush();
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return findByIdOptional(id).map(PaymentEntity::toPayment);
    }

    @Override
    public Optional<PaymentBatch> find(PaymentBatchId id) {
        return Optional.ofNullable(getSession().find(PaymentBatchEntity.class, id))
                .map(PaymentBatchEntity::toBatch);
    }

    @Override
    public List<PaymentId> toOthersThanHolders() {
        return holders.othersThanPayees();
    }

    @Override
    public Optional<Payment> lock(PaymentId id) {
        return LockedRow.of(getSession(), PaymentEntity.class, id, LockModeType.PESSIMISTIC_WRITE)
                .map(PaymentEntity::toPayment);
    }

    @Override
    public List<Payment> lock(PaymentBatchId batch) {
        return payments(find(OF_BATCH, batch).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> of(PaymentBatchId batch) {
        return payments(find(OF_BATCH, batch));
    }

    @Override
    public List<Payment> lockAll(Set<PaymentId> ids) {
        return payments(find("id in ?1 order by " + IN_ORDER, ids).withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> lockApproved(Optional<SchemeId> scheme, Optional<Year> year, int limit) {
        var wanted = Conditions.none()
                .where("status = :status", PaymentStatus.APPROVED)
                .whereGiven("schemeId = :scheme", scheme)
                .whereGiven("year = :year", year);
        return payments(find(wanted.orderedBy(IN_ORDER), wanted.values())
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(0, limit));
    }

    @Override
    public List<Payment> of(AwardId award) {
        return payments(find("awardId = ?1 order by ordered.at, id", award));
    }

    @Override
    public List<Payment> lockOpen(AwardId award) {
        return payments(find("awardId = ?1 and status in (ORDERED, APPROVED, SENT) order by " + IN_ORDER, award)
                .withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> lockOpen(Set<AwardId> awards) {
        return payments(find("awardId in ?1 and status in (ORDERED, APPROVED, SENT) order by " + IN_ORDER, awards)
                .withLock(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> of(SchemeId scheme, Year year) {
        return payments(find("schemeId = ?1 and year = ?2 order by awardReference, id", scheme, year));
    }

    @Override
    public Map<AwardId, Kroner> orderedPerAward(SchemeId scheme, Year year) {
        return of(scheme, year).stream().collect(Collectors.toMap(Payment::award, Payment::taken, Kroner::plus));
    }

    @Override
    public Kroner ordered(AwardId award) {
        return Kroner.sum(of(award).stream().map(Payment::taken).toList());
    }

    @Override
    public List<Payment> list(Filter filter, Optional<Key> after, int limit) {
        var wanted = Conditions.none()
                .whereGiven("schemeId = :scheme", filter.scheme())
                .whereGiven("year = :year", filter.year())
                .whereGiven("status = :status", filter.status())
                .whereGiven("awardId = :award", filter.award())
                .whereGiven("batchId = :batch", filter.batch())
                .whereGiven("id in :seen", filter.payees().map(payees -> seen(payees, filter, after, limit)));
        if (after.isPresent()) {
            wanted = wanted.whereAll(
                    "awardReference >= :reference and (awardReference > :reference or id > :id)",
                    Map.of(
                            "reference", after.get().awardReference(),
                            "id", after.get().id()));
        }
        return payments(find(wanted.orderedBy(IN_ORDER), wanted.values()).page(0, limit));
    }

    /** The first of the payees' payments after the key. */
    private Set<PaymentId> seen(Set<MunicipalityId> payees, Filter filter, Optional<Key> after, int limit) {
        var ofPayees = new FirstOfEach("payment", "payee_id", "award_reference, id")
                .whereGiven("scheme_id = ?", filter.scheme().map(SchemeId::value))
                .whereGiven("year = ?", filter.year())
                .whereGiven("status = ?", filter.status().map(PaymentStatus::code))
                .whereGiven("award_id = ?", filter.award().map(AwardId::value))
                .whereGiven("batch_id = ?", filter.batch().map(PaymentBatchId::value));
        if (after.isPresent()) {
            ofPayees = ofPayees.where(
                    "(award_reference, id) > (?, ?)",
                    after.get().awardReference(),
                    after.get().id().value());
        }
        return ofPayees.of(payees, limit, sql).stream().map(PaymentId::new).collect(Collectors.toSet());
    }

    private static List<Payment> payments(PanacheQuery<PaymentEntity> query) {
        return query.stream().map(PaymentEntity::toPayment).toList();
    }
}
