package no.opptrapping.municipality.registry.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import no.opptrapping.municipality.registry.County;
import no.opptrapping.municipality.registry.Period;
import org.jspecify.annotations.Nullable;

/** One county; no number has been used twice since the register's beginning. */
@Entity
@Table(name = "county")
class CountyEntity {
    @Id
    String number;

    String name;

    @Column(name = "valid_from")
    @Nullable
    LocalDate from;

    @Column(name = "valid_to")
    @Nullable
    LocalDate to;

    @SuppressWarnings("NullAway.Init")
    protected CountyEntity() {}

    @SuppressWarnings("NullAway.Init")
    CountyEntity(String number) {
        this.number = number;
    }

    void become(County county) {
        name = county.name();
        from = county.period().from().orElse(null);
        to = county.period().to().orElse(null);
    }

    County county() {
        return new County(number, name, Period.of(from, to));
    }
}
