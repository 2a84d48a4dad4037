package no.opptrapping.grant.payments;

import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/** The payments that there are. Everything here takes part in the caller's transaction. */
public interface Payments {
    /** Adds a batch; its payments are added apart. */
    void add(PaymentBatch batch);

    /** Adds new payments; they are in the database when the call returns. */
    void add(List<Payment> payments);

    /** Stores the next step of payments that have been locked. */
    void update(List<Payment> changed);

    Optional<Payment> find(PaymentId id);

    Optional<PaymentBatch> find(PaymentBatchId id);

    /** The payment, locked until the transaction ends. */
    Optional<Payment> lock(PaymentId id);

    /** The batch's payments by award reference, locked until the transaction ends. */
    List<Payment> lock(PaymentBatchId batch);

    /** The batch's payments by award reference. */
    List<Payment> of(PaymentBatchId batch);

    /** Those of the payments that there are, locked until the transaction ends, by award reference. */
    List<Payment> lockAll(Set<PaymentId> ids);

    /** Approved payments by award reference, of the scheme and year that are given, locked until the transaction ends. */
    List<Payment> lockApproved(Optional<SchemeId> scheme, Optional<Year> year, int limit);

    /** The award's payments in the order they were ordered. */
    List<Payment> of(AwardId award);

    /** The award's payments that are ordered, approved or sent, locked until the transaction ends. */
    List<Payment> lockOpen(AwardId award);

    /** The same of several awards, by award reference. */
    List<Payment> lockOpen(Set<AwardId> awards);

    /** Every payment of a scheme's year. */
    List<Payment> of(SchemeId scheme, Year year);

    /** What the payments of each award of a scheme's year take of it ({@link Payment#taken}); absent: nothing. */
    Map<AwardId, Kroner> orderedPerAward(SchemeId scheme, Year year);

    /** What the payments of an award take of it. */
    Kroner ordered(AwardId award);

    /** Those not sent whose payee is no longer the one that holds the award, by award reference. */
    List<PaymentId> toOthersThanHolders();

    /** In the order of award reference and identity, those after the given key; all filters that are given must fit. */
    List<Payment> list(Filter filter, Optional<Key> after, int limit);

    /** Where a payment stands in the list. */
    record Key(String awardReference, PaymentId id) {}

    /** Which payments. */
    record Filter(
            Optional<SchemeId> scheme,
            Optional<Year> year,
            Optional<PaymentStatus> status,
            Optional<AwardId> award,
            Optional<PaymentBatchId> batch,
            Optional<Set<MunicipalityId>> payees) {
        Filter of(Optional<Set<MunicipalityId>> some) {
            return new Filter(scheme, year, status, award, batch, some);
        }
    }
}
