package no.opptrapping.grant.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.known.HeardIndicator;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** One version of one indicator as heard. */
@Entity
@Table(name = "known_indicator")
@IdClass(KnownIndicatorEntity.Key.class)
class KnownIndicatorEntity {
    @Id
    String code;

    @Id
    Year year;

    @Id
    LocalDate structureDate;

    @Id
    int version;

    HeardIndicator.Kind kind;

    @Nullable
    String weightedBy;

    String unit;

    String source;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<HeardIndicator.Value> figures;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<HeardIndicator.Joint> joint;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    String withdrawalReason;

    record Key(String code, Year year, LocalDate structureDate, int version) {
        static Key of(HeardIndicator heard) {
            return new Key(heard.code(), heard.year(), heard.structureDate(), heard.version());
        }
    }

    @SuppressWarnings("NullAway.Init")
    protected KnownIndicatorEntity() {}

    KnownIndicatorEntity(HeardIndicator heard) {
        code = heard.code();
        year = heard.year();
        structureDate = heard.structureDate();
        version = heard.version();
        kind = heard.kind();
        weightedBy = heard.weightedBy().orElse(null);
        unit = heard.unit();
        source = heard.source();
        figures = heard.values();
        joint = heard.joint();
        heard.withdrawal().ifPresent(this::withdraw);
    }

    void withdraw(HeardIndicator.Withdrawal withdrawal) {
        withdrawnAt = withdrawal.at();
        withdrawalReason = withdrawal.reason();
    }

    Optional<HeardIndicator.Withdrawal> withdrawal() {
        return withdrawnAt == null || withdrawalReason == null
                ? Optional.empty()
                : Optional.of(new HeardIndicator.Withdrawal(withdrawnAt, withdrawalReason));
    }

    HeardIndicator heard() {
        return new HeardIndicator(
                code,
                kind,
                Optional.ofNullable(weightedBy),
                year,
                structureDate,
                version,
                unit,
                source,
                figures,
                joint,
                withdrawal());
    }
}
