package no.opptrapping.platform.register.kept;

import jakarta.persistence.MappedSuperclass;
import no.opptrapping.platform.register.HeardMunicipality;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** One municipality as heard; the service's entity says by what it is found. */
@MappedSuperclass
public abstract class HeardRow {
    /** What the service names the entity: {@code @Entity(name = HeardRow.ENTITY)}. */
    public static final String ENTITY = "HeardMunicipality";

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    HeardMunicipality body;

    @SuppressWarnings("NullAway.Init")
    protected HeardRow() {}

    protected HeardRow(HeardMunicipality heard) {
        body = heard;
    }
}
