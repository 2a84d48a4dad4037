package no.opptrapping.platform.database;

import jakarta.persistence.LockModeType;
import java.util.Optional;
import org.hibernate.Session;
import org.hibernate.engine.spi.SessionImplementor;

/** Reads a row and locks it with one statement, as the database has it now. */
public final class LockedRow {
    private LockedRow() {}

    /**
     * The row, which nobody else can change until the transaction ends. What the session read of it before is
     * forgotten; empty: there is no such row.
     */
    public static <E> Optional<E> of(Session session, Class<E> type, Object id, LockModeType mode) {
        if (!isRead(session, type, id)) {
            return Optional.ofNullable(session.find(type, id, mode));
        }
        var read = session.find(type, id);
        if (read != null) {
            session.refresh(read, mode);
        }
        return Optional.ofNullable(read);
    }

    /** Hibernate gives what it has read as it was then, and locks it without reading it again. */
    private static boolean isRead(Session session, Class<?> type, Object id) {
        var one = session.unwrap(SessionImplementor.class);
        var key =
                one.generateEntityKey(id, one.getFactory().getMappingMetamodel().getEntityDescriptor(type));
        return one.getPersistenceContext().containsEntity(key)
                || one.getPersistenceContext().getProxy(key) != null;
    }
}
