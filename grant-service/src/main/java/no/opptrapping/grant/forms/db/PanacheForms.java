package no.opptrapping.grant.forms.db;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallWriters;
import no.opptrapping.grant.forms.FormVersion;
import no.opptrapping.grant.forms.Forms;

@ApplicationScoped
@Transactional
class PanacheForms implements Forms, CallWriters, PanacheRepositoryBase<FormVersionEntity, FormVersionEntity.Key> {
    @Override
    public Optional<FormVersion> find(CallId call, int number) {
        return findByIdOptional(new FormVersionEntity.Key(call, number)).map(FormVersionEntity::version);
    }

    @Override
    public Optional<FormVersion> newest(CallId call) {
        return find("callId = ?1 order by number desc", call)
                .page(0, 1)
                .firstResultOptional()
                .map(FormVersionEntity::version);
    }

    @Override
    public Optional<Integer> inForce(CallId call) {
        return find("select max(number) from FormVersionEntity where callId = ?1 and published.at is not null", call)
                .project(Integer.class)
                .firstResultOptional();
    }

    @Override
    public void add(FormVersion draft) {
        persistAndFlush(new FormVersionEntity(draft));
    }

    @Override
    public void change(FormVersion version) {
        findById(new FormVersionEntity.Key(version.call(), version.number())).take(version);
        flush();
    }

    @Override
    public boolean isWrittenBy(CallId call, String subject) {
        return newest(call)
                .filter(version -> version.publication().isEmpty())
                .map(version -> version.writers().contains(subject))
                .orElse(false);
    }
}
