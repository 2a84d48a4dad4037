package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownCarryOver;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "known_carry_over")
class CarryOverEntity {
    @Id
    UUID carryOverId;

    UUID awardId;

    Year toYear;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    KnownCarryOver body;

    @SuppressWarnings("NullAway.Init")
    CarryOverEntity() {}

    CarryOverEntity(KnownCarryOver carryOver) {
        this.carryOverId = carryOver.carryOverId();
        this.awardId = carryOver.awardId();
        this.toYear = carryOver.toYear();
        this.body = carryOver;
    }
}
