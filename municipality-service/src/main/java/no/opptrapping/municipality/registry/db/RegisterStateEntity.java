package no.opptrapping.municipality.registry.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row that says which state the register is in. */
@Entity
@Table(name = "register_state")
class RegisterStateEntity {
    /** The identity of the only row. */
    static final int ONLY = 1;

    @Id
    int id;

    long revision;

    String edition = "";
}
