package no.opptrapping.reporting.known.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import no.opptrapping.reporting.known.KnownIndicator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "known_indicator")
class IndicatorEntity {
    @EmbeddedId
    Key key;

    int version;

    boolean withdrawn;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    KnownIndicator body;

    @SuppressWarnings("NullAway.Init")
    IndicatorEntity() {}

    IndicatorEntity(KnownIndicator indicator) {
        this.key = new Key(indicator.code(), indicator.structureDate(), indicator.year());
        this.version = indicator.version();
        this.withdrawn = indicator.withdrawn() != null;
        this.body = indicator;
    }

    @Embeddable
    record Key(String code, LocalDate structureDate, Year year) {}
}
