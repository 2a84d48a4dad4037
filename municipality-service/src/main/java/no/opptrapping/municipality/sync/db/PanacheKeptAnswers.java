package no.opptrapping.municipality.sync.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.municipality.sync.KeptAnswers;

@ApplicationScoped
class PanacheKeptAnswers implements KeptAnswers, PanacheRepositoryBase<SyncAnswerEntity, String> {
    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public Optional<Kept> find(String question) {
        return findByIdOptional(question).map(row -> new Kept(row.question, row.tag, row.lastModified, row.body));
    }

    @Override
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void keep(Kept answer) {
        var row = new SyncAnswerEntity();
        row.question = answer.question();
        row.tag = answer.tag();
        row.lastModified = answer.lastModified();
        row.body = answer.body();
        getSession().merge(row);
    }
}
