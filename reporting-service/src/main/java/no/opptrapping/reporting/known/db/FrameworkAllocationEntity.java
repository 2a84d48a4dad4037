package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

@Entity
@Table(name = "known_framework_allocation")
class FrameworkAllocationEntity {
    @Id
    UUID allocationId;

    Year year;

    @JdbcTypeCode(SqlTypes.JSON)
    KnownFrameworkAllocation body;

    @SuppressWarnings("NullAway.Init")
    FrameworkAllocationEntity() {}

    FrameworkAllocationEntity(KnownFrameworkAllocation allocation) {
        this.allocationId = allocation.allocationId();
        this.year = allocation.year();
        this.body = allocation;
    }
}
