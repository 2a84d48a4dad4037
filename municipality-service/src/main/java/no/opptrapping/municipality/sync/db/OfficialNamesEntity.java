package no.opptrapping.municipality.sync.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import no.opptrapping.municipality.registry.OfficialNames;
import no.opptrapping.platform.values.MunicipalityId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** The names of one municipality. */
@Entity
@Table(name = "official_names")
class OfficialNamesEntity {
    @Id
    @Column(name = "municipality_id")
    MunicipalityId municipality;

    @JdbcTypeCode(SqlTypes.JSON)
    List<OfficialNames.Name> names;

    boolean samiArea;

    /** How often the names have been changed. */
    long version;

    @SuppressWarnings("NullAway.Init")
    protected OfficialNamesEntity() {}

    @SuppressWarnings("NullAway.Init")
    OfficialNamesEntity(MunicipalityId municipality) {
        this.municipality = municipality;
    }

    void become(OfficialNames official) {
        names = official.names();
        samiArea = official.samiArea();
        version++;
    }

    OfficialNames official() {
        return new OfficialNames(names, samiArea);
    }
}
