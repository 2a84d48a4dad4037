package no.opptrapping.grant.framework.db;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.framework.AdoptedFrameworkRow;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.database.InLanguages;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.jspecify.annotations.Nullable;

/** A row of the table framework_allocation: one version of an allocation. */
@Entity
@Table(name = "framework_allocation")
class FrameworkAllocationEntity {
    @EmbeddedId
    Key key;

    UUID runId;
    PurposeColumns purpose;
    int schemeVersion;

    @EmbeddedColumnNaming("from_%s")
    PurposeColumns incorporatedFrom;

    Year year;
    MunicipalityId municipalityId;
    MunicipalityNumber municipalityNumber;
    Kroner before;
    Kroner framework;
    Kroner compensation;
    Kroner deduction;
    Kroner net;
    Ore compensationOre;
    Ore deductionOre;
    Ore phaseInOre;
    Ore roundingOre;
    Kroner amount;
    LocalDate reportOpensOn;
    LocalDate reportDueOn;
    String reportForm;

    @EmbeddedColumnNaming("adopted_%s")
    Act adopted;

    @Nullable
    UUID corrects;

    @Nullable
    Kroner amountBefore;

    @Nullable
    @EmbeddedColumnNaming("reason_%s")
    InLanguages reason;

    @Embeddable
    record Key(FrameworkAllocationId id, long version) {}

    @SuppressWarnings("NullAway.Init")
    protected FrameworkAllocationEntity() {}

    static FrameworkAllocationEntity of(FrameworkAllocation allocation) {
        var entity = new FrameworkAllocationEntity();
        entity.key = new Key(allocation.id(), allocation.version());
        entity.runId = allocation.run();
        entity.purpose = PurposeColumns.of(allocation.purpose());
        entity.schemeVersion = allocation.schemeVersion();
        entity.incorporatedFrom = PurposeColumns.of(allocation.incorporatedFrom());
        entity.year = allocation.year();
        var row = allocation.row();
        entity.municipalityId = row.municipality();
        entity.municipalityNumber = row.number();
        entity.before = row.before();
        entity.framework = row.framework();
        entity.compensation = row.compensation();
        entity.deduction = row.deduction();
        entity.net = row.net();
        entity.compensationOre = row.easing().compensation();
        entity.deductionOre = row.easing().deduction();
        entity.phaseInOre = row.easing().phaseIn();
        entity.roundingOre = row.easing().rounding();
        entity.amount = row.amount();
        entity.reportOpensOn = allocation.reportOpensOn();
        entity.reportDueOn = allocation.reportDueOn();
        entity.reportForm = allocation.form();
        entity.adopted = new Act(allocation.adoptedBy(), allocation.adoptedAt());
        allocation.correction().ifPresent(correction -> {
            entity.corrects = correction.corrects();
            entity.amountBefore = correction.amountBefore();
            entity.reason = InLanguages.of(correction.reason());
        });
        return entity;
    }

    FrameworkAllocation toAllocation() {
        return new FrameworkAllocation(
                key.id(),
                key.version(),
                runId,
                purpose.purpose(),
                schemeVersion,
                incorporatedFrom.purpose(),
                year,
                new AdoptedFrameworkRow(
                        municipalityId,
                        municipalityNumber,
                        before,
                        framework,
                        new Easing(compensationOre, deductionOre, phaseInOre, roundingOre),
                        amount),
                reportOpensOn,
                reportDueOn,
                reportForm,
                adopted.by(),
                adopted.at(),
                correction());
    }

    private Optional<FrameworkAllocation.Correction> correction() {
        return corrects == null || amountBefore == null || reason == null
                ? Optional.empty()
                : Optional.of(new FrameworkAllocation.Correction(corrects, amountBefore, reason.text()));
    }
}
