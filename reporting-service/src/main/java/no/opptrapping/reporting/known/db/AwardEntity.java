package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownAward;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "known_award")
class AwardEntity {
    @Id
    UUID awardId;

    Year year;

    boolean stands;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    KnownAward body;

    @SuppressWarnings("NullAway.Init")
    AwardEntity() {}

    AwardEntity(KnownAward award) {
        this.awardId = award.awardId();
        this.year = award.year();
        this.stands = award.status().stands();
        this.body = award;
    }
}
