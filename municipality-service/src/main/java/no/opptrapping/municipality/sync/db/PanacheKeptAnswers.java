package no.opptrapping.municipality.sync.db;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.municipality.sync.KeptAnswers;

@ApplicationScoped
class HibernateKeptAnswers implements KeptAnswers {
    private final EntityManager session;

    HibernateKeptAnswers(EntityManager session) {
        this.session = session;
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Kept> find(String question) {
        return Optional.ofNullable(session.find(SyncAnswerEntity.class, question))
                .map(row -> new Kept(row.question, row.tag, row.lastModified, row.body));
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(Kept answer) {
        var row = new SyncAnswerEntity();
        row.question = answer.question();
        row.tag = answer.tag();
        row.lastModified = answer.lastModified();
        row.body = answer.body();
        session.merge(row);
    }
}
