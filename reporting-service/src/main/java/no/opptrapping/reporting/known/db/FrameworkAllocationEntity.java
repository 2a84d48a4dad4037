package no.opptrapping.reporting.known.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.reporting.known.KnownFrameworkAllocation;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

@Entity
@Table(name = "known_framework_allocation")
class FrameworkAllocationEntity {
    @Id
    UUID allocationId;

    Year year;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    KnownFrameworkAllocation body;

    @SuppressWarnings("NullAway.Init")
    FrameworkAllocationEntity() {}

    FrameworkAllocationEntity(KnownFrameworkAllocation allocation) {
        this.allocationId = allocation.allocationId();
        this.year = allocation.year();
        this.body = allocation;
    }
}
