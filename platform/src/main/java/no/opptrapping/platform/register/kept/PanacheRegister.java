package no.opptrapping.platform.register.kept;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.platform.register.HeardMunicipality;
import no.opptrapping.platform.register.KnownRegister;
import no.opptrapping.platform.register.Structure;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;

/**
 * Keeps municipalities in PostgreSQL, and all of them in memory for as long as nothing has been heard of any: almost
 * every request asks who a municipality is.
 *
 * @param <E> the service's entity of one municipality
 */
@Transactional
public abstract class PanacheRegister<E extends HeardRow>
        implements KnownRegister, PanacheRepositoryBase<E, MunicipalityId> {
    private final AtomicReference<@Nullable Snapshot> latest = new AtomicReference<>();

    private record Snapshot(UUID edition, Structure structure) {}

    /** Keeps the row in place of what was heard of the same municipality before. */
    protected void replace(E row) {
        getSession().merge(row);
        // Random, not counted: an edition that was rolled back never names another one's content.
        update("update " + EditionRow.ENTITY + " set edition = ?1", UUID.randomUUID());
    }

    @Override
    public Structure structure() {
        // The edition is written by a statement, never held back: there is nothing to flush before it is read.
        var edition = find("select edition from " + EditionRow.ENTITY)
                .project(UUID.class)
                .withHint(HibernateHints.HINT_FLUSH_MODE, FlushModeType.COMMIT)
                .singleResult();
        var known = latest.get();
        if (known != null && known.edition().equals(edition)) {
            return known.structure();
        }
        var read = new Structure(find("select m.body from " + HeardRow.ENTITY + " m")
                .project(HeardMunicipality.class)
                .list());
        latest.set(new Snapshot(edition, read));
        return read;
    }
}
