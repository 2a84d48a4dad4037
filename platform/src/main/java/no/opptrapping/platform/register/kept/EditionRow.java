package no.opptrapping.platform.register.kept;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.util.UUID;

/** The one row that changes whenever something is heard of a municipality. */
@MappedSuperclass
public abstract class EditionRow {
    /** What the service names the entity: {@code @Entity(name = EditionRow.ENTITY)}. */
    public static final String ENTITY = "RegisterEdition";

    @Id
    int id = 1;

    UUID edition = new UUID(0, 0);

    protected EditionRow() {}
}
