package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownAward;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "known_award")
class AwardEntity {
    @Id
    UUID awardId;

    Year year;

    boolean stands;

    @JdbcTypeCode(SqlTypes.JSON)
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
