package no.opptrapping.grant.priornotices;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.platform.values.MunicipalityId;

/** The prior notices that there are. Everything here takes part in the caller's transaction. */
public interface PriorNotices {
    void add(PriorNotice sent);

    /** Stores what has been answered of one that is locked, or that it is closed. */
    void update(PriorNotice changed);

    Optional<PriorNotice> find(PriorNoticeId id);

    /** The notice, which nobody else can change until the transaction ends. */
    Optional<PriorNotice> lock(PriorNoticeId id);

    /** The newest about the subject, which nobody else can change until the transaction ends. */
    Optional<PriorNotice> lockNewest(PriorNoticeKind kind, UUID subject);

    /** Those about the subject, oldest first. */
    List<PriorNotice> about(UUID subject);

    /** In the order in which they were sent, after the key. */
    List<PriorNotice> list(Filter filter, Optional<Key> after, int limit);

    /** Which: all that are given must fit. */
    record Filter(
            Optional<PriorNoticeKind> kind,
            Optional<AwardId> award,
            Optional<UUID> subject,
            Optional<Set<MunicipalityId>> recipients) {}

    /** Where a list goes on: after this one. */
    record Key(Instant sentAt, PriorNoticeId id) {}
}
