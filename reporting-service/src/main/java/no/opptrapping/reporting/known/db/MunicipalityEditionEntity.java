package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** The one row that changes whenever something is heard of a municipality. */
@Entity
@Table(name = "known_municipality_edition")
class MunicipalityEditionEntity {
    @Id
    int id = 1;

    UUID edition = new UUID(0, 0);
}
