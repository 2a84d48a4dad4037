package no.opptrapping.reporting.obligations.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.reporting.forms.FormSize;
import no.opptrapping.reporting.obligations.Cause;
import no.opptrapping.reporting.obligations.Obligation;
import no.opptrapping.reporting.obligations.ObligationId;
import no.opptrapping.reporting.obligations.ObligationStatus;
import no.opptrapping.reporting.obligations.ReportId;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "obligation")
class ObligationEntity {
    @Id
    ObligationId obligationId;

    @Nullable
    UUID awardId;

    @Nullable
    UUID frameworkAllocationId;

    /** Which carry-over; then the award is the one whose money it is. */
    @Nullable
    UUID carryOverId;

    ReportId reportId;

    MunicipalityId municipalityId;

    MunicipalityNumber number;

    Year year;

    LocalDate opensOn;

    LocalDate dueOn;

    String form;

    FormSize size;

    Kroner received;

    ObligationStatus status;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    StoredTakeovers takeovers;

    long version;

    @SuppressWarnings("NullAway.Init")
    ObligationEntity() {}

    ObligationEntity(Obligation obligation) {
        this.obligationId = obligation.id();
        this.awardId = obligation.cause().award().orElse(null);
        this.frameworkAllocationId = obligation.cause().frameworkAllocation().orElse(null);
        this.carryOverId = obligation.cause().carryOver().orElse(null);
        this.reportId = obligation.reportId();
        this.municipalityId = obligation.municipalityId();
        this.number = obligation.number();
        this.year = obligation.year();
        this.opensOn = obligation.opensOn();
        this.dueOn = obligation.dueOn();
        this.form = obligation.form();
        this.size = obligation.size();
        this.received = obligation.received();
        this.status = obligation.status();
        this.takeovers = new StoredTakeovers(obligation.takeovers());
        this.version = obligation.version();
    }

    Obligation obligation() {
        return new Obligation(
                obligationId,
                cause(),
                municipalityId,
                number,
                year,
                opensOn,
                dueOn,
                form,
                size,
                received,
                status,
                takeovers.steps(),
                version);
    }

    private Cause cause() {
        if (awardId != null) {
            return carryOverId == null ? new Cause.Award(awardId) : new Cause.CarryOver(carryOverId, awardId);
        }
        if (frameworkAllocationId != null) {
            return new Cause.FrameworkAllocation(frameworkAllocationId);
        }
        throw new IllegalStateException("Obligation " + obligationId + " has no cause");
    }
}
