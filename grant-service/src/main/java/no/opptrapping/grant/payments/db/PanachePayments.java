package no.opptrapping.grant.payments.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Year;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.Payment;
import no.opptrapping.grant.payments.PaymentBatch;
import no.opptrapping.grant.payments.PaymentBatchId;
import no.opptrapping.grant.payments.PaymentId;
import no.opptrapping.grant.payments.Payments;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.Session;

/** The payments through Hibernate. */
@ApplicationScoped
class EntityPayments implements Payments {
    private static final String OF_BATCH = "from PaymentEntity p where p.batchId = :batch order by p.awardReference";

    private final EntityManager session;

    EntityPayments(EntityManager session) {
        this.session = session;
    }

    @Override
    public void add(PaymentBatch batch) {
        session.persist(PaymentBatchEntity.of(batch));
        session.flush();
    }

    @Override
    public void add(List<Payment> payments) {
        payments.forEach(payment -> session.persist(PaymentEntity.of(payment)));
        session.flush();
    }

    @Override
    public void update(List<Payment> changed) {
        for (var payment : changed) {
            var row = session.find(PaymentEntity.class, payment.id().value());
            if (row == null) {
                throw new IllegalArgumentException("No payment " + payment.id());
            }
            row.change(payment);
        }
        session.flush();
    }

    @Override
    public Optional<Payment> find(PaymentId id) {
        return Optional.ofNullable(session.find(PaymentEntity.class, id.value()))
                .map(PaymentEntity::toPayment);
    }

    @Override
    public Optional<PaymentBatch> find(PaymentBatchId id) {
        return Optional.ofNullable(session.find(PaymentBatchEntity.class, id.value()))
                .map(PaymentBatchEntity::toBatch);
    }

    @Override
    public List<PaymentId> toOthersThanHolders() {
        return session.unwrap(Session.class).createNativeQuery("""
                        select p.id from payment p
                        cross join lateral (select takeovers, municipality_id from award where id = p.award_id offset 0) a
                        where p.status <> 'confirmed'
                            and p.payee_id <> coalesce(cast(a.takeovers -> -1 ->> 'to' as uuid), a.municipality_id)
                        order by p.award_reference, p.id
                        """, UUID.class).getResultList().stream()
                .map(PaymentId::new)
                .toList();
    }

    @Override
    public Optional<Payment> lock(PaymentId id) {
        var row = session.find(PaymentEntity.class, id.value());
        if (row == null) {
            return Optional.empty();
        }
        session.refresh(row, LockModeType.PESSIMISTIC_WRITE);
        return Optional.of(row.toPayment());
    }

    @Override
    public List<Payment> lock(PaymentBatchId batch) {
        return payments(ofBatch(batch).setLockMode(LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Payment> of(PaymentBatchId batch) {
        return payments(ofBatch(batch));
    }

    private TypedQuery<PaymentEntity> ofBatch(PaymentBatchId batch) {
        return session.createQuery(OF_BATCH, PaymentEntity.class).setParameter("batch", batch.value());
    }

    @Override
    public List<Payment> of(SchemeId scheme, Year year) {
        return payments(session.createQuery(
                        "from PaymentEntity p where p.schemeId = :scheme and p.year = :year order by p.awardReference, p.id",
                        PaymentEntity.class)
                .setParameter("scheme", scheme.value())
                .setParameter("year", year));
    }

    @Override
    public Map<AwardId, Kroner> orderedPerAward(SchemeId scheme, Year year) {
        return of(scheme, year).stream().collect(Collectors.toMap(Payment::award, Payment::amount, Kroner::plus));
    }

    @Override
    public Kroner ordered(AwardId award) {
        return Kroner.sum(
                session.createQuery("select p.amount from PaymentEntity p where p.awardId = :award", Kroner.class)
                        .setParameter("award", award.value())
                        .getResultList());
    }

    @Override
    public List<Payment> list(Filter filter, Optional<Key> after, int limit) {
        var text = new StringBuilder("from PaymentEntity p where 1 = 1");
        var arguments = new HashMap<String, Object>();
        filter.scheme().ifPresent(scheme -> and(text, arguments, "schemeId", scheme.value()));
        filter.year().ifPresent(year -> and(text, arguments, "year", year));
        filter.status().ifPresent(status -> and(text, arguments, "status", status.code()));
        filter.award().ifPresent(award -> and(text, arguments, "awardId", award.value()));
        filter.batch().ifPresent(batch -> and(text, arguments, "batchId", batch.value()));
        after.ifPresent(key -> {
            text.append(" and p.awardReference >= :reference and (p.awardReference > :reference or p.id > :id)");
            arguments.put("reference", key.awardReference());
            arguments.put("id", key.id().value());
        });
        var query = session.createQuery(
                text.append(" order by p.awardReference, p.id").toString(), PaymentEntity.class);
        arguments.forEach(query::setParameter);
        return payments(query.setMaxResults(limit));
    }

    private static void and(StringBuilder text, Map<String, Object> arguments, String attribute, Object value) {
        text.append(" and p.").append(attribute).append(" = :").append(attribute);
        arguments.put(attribute, value);
    }

    private static List<Payment> payments(TypedQuery<PaymentEntity> query) {
        return query.getResultList().stream().map(PaymentEntity::toPayment).toList();
    }
}
