package no.opptrapping.municipality.sync.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.municipality.sync.Proposal;
import no.opptrapping.municipality.sync.Proposals;
import no.opptrapping.municipality.sync.Source;
import no.opptrapping.platform.database.Conditions;

@ApplicationScoped
class PanacheProposals implements Proposals, PanacheRepositoryBase<SyncProposalEntity, UUID> {
    @Override
    public Optional<Proposal> find(UUID id) {
        return findByIdOptional(id).map(SyncProposalEntity::proposal);
    }

    @Override
    public Optional<Proposal> lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).map(SyncProposalEntity::proposal);
    }

    @Override
    public List<Proposal> open(Source source) {
        return find("source = ?1 and status = ?2", source, Proposal.Status.OPEN)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }

    @Override
    public List<Proposal> adopted(Source source) {
        return find("source = ?1 and status = ?2", source, Proposal.Status.ADOPTED).stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }

    @Override
    public void put(Proposal proposal) {
        var entity = findByIdOptional(proposal.id()).orElseGet(() -> new SyncProposalEntity(proposal.id()));
        entity.become(proposal);
        persistAndFlush(entity);
    }

    @Override
    public List<Proposal> newest(Optional<Proposal.Status> status, Optional<Proposal> before, int limit) {
        var wanted = Conditions.none()
                .whereGiven("status = :status", status)
                .whereAll(
                        "(madeAt < :at or madeAt = :at and id < :id)",
                        Pages.before(before, Proposal::madeAt, Proposal::id));
        return find(wanted.orderedBy("madeAt desc, id desc"), wanted.values()).page(0, limit).stream()
                .map(SyncProposalEntity::proposal)
                .toList();
    }
}
