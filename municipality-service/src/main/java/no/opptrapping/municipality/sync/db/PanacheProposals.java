package no.opptrapping.municipality.sync.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.Proposals;
import no.opptrapping.municipality.sync.Source;

@ApplicationScoped
class HibernateProposals implements Proposals {
    private final EntityManager session;

    HibernateProposals(EntityManager session) {
        this.session = session;
    }

    @Override
    public Optional<Proposal> find(UUID id) {
        return Optional.ofNullable(session.find(SyncProposalEntity.class, id)).map(SyncProposalEntity::proposal);
    }

    @Override
    public Optional<Proposal> lock(UUID id) {
        return Optional.ofNullable(session.find(SyncProposalEntity.class, id, LockModeType.PESSIMISTIC_WRITE))
                .map(SyncProposalEntity::proposal);
    }

    @Override
    public List<Proposal> open(Source source) {
        return session
                .createQuery(
                        "from SyncProposalEntity where source = :source and status = :open", SyncProposalEntity.class)
                .setParameter("source", source.code())
                .setParameter("open", Proposal.Status.OPEN)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList()
                .stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }

    @Override
    public List<Proposal> adopted(Source source) {
        return session
                .createQuery(
                        "from SyncProposalEntity where source = :source and status = :adopted",
                        SyncProposalEntity.class)
                .setParameter("source", source.code())
                .setParameter("adopted", Proposal.Status.ADOPTED)
                .getResultList()
                .stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }

    @Override
    public void put(Proposal proposal) {
        var entity = Optional.ofNullable(session.find(SyncProposalEntity.class, proposal.id()))
                .orElseGet(() -> new SyncProposalEntity(proposal.id()));
        entity.become(proposal);
        session.persist(entity);
        session.flush();
    }

    @Override
    public List<Proposal> newest(Optional<Proposal.Status> status, Optional<Proposal> before, int limit) {
        return session
                .createQuery(
                        "from SyncProposalEntity where status in :statuses"
                                + " and (madeAt < :at or madeAt = :at and id < :id)"
                                + " order by madeAt desc, id desc",
                        SyncProposalEntity.class)
                .setParameter("statuses", status.map(List::of).orElse(List.of(Proposal.Status.values())))
                .setParameter("at", before.map(Proposal::madeAt).orElse(Pages.END_OF_TIME))
                .setParameter("id", before.map(Proposal::id).orElse(Pages.LAST))
                .setMaxResults(limit)
                .getResultList()
                .stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }
}
