package no.opptrapping.grant.framework.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.UUID;
import no.opptrapping.grant.framework.AdoptedFrameworkRow;
import no.opptrapping.grant.framework.Easing;
import no.opptrapping.grant.framework.FrameworkAllocation;
import no.opptrapping.grant.framework.FrameworkAllocationId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import no.opptrapping.platform.values.Ore;

/** A row of the table framework_allocation. */
@Entity
@Table(name = "framework_allocation")
class FrameworkAllocationEntity {
    @Id
    UUID id;

    long version;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "scheme_id")
    UUID schemeId;

    String chapter;
    String item;

    @Column(name = "from_scheme_id")
    UUID fromSchemeId;

    @Column(name = "from_chapter")
    String fromChapter;

    @Column(name = "from_item")
    String fromItem;

    int year;

    @Column(name = "municipality_id")
    UUID municipalityId;

    @Column(name = "municipality_number")
    String municipalityNumber;

    long before;
    long framework;
    long compensation;
    long deduction;
    long net;

    @Column(name = "compensation_ore")
    long compensationOre;

    @Column(name = "deduction_ore")
    long deductionOre;

    @Column(name = "phase_in_ore")
    long phaseInOre;

    @Column(name = "rounding_ore")
    long roundingOre;

    long amount;

    @Column(name = "report_opens_on")
    LocalDate reportOpensOn;

    @Column(name = "report_due_on")
    LocalDate reportDueOn;

    @Column(name = "report_form")
    String reportForm;

    @Column(name = "adopted_by")
    String adoptedBy;

    @Column(name = "adopted_at")
    Instant adoptedAt;

    @SuppressWarnings("NullAway.Init")
    protected FrameworkAllocationEntity() {}

    static FrameworkAllocationEntity of(FrameworkAllocation allocation) {
        var entity = new FrameworkAllocationEntity();
        entity.id = allocation.id().value();
        entity.version = allocation.version();
        entity.runId = allocation.run();
        entity.schemeId = allocation.purpose().scheme().value();
        entity.chapter = allocation.purpose().chapter();
        entity.item = allocation.purpose().item();
        entity.fromSchemeId = allocation.incorporatedFrom().scheme().value();
        entity.fromChapter = allocation.incorporatedFrom().chapter();
        entity.fromItem = allocation.incorporatedFrom().item();
        entity.year = allocation.year().getValue();
        var row = allocation.row();
        entity.municipalityId = row.municipality().value();
        entity.municipalityNumber = row.number().value();
        entity.before = row.before().value();
        entity.framework = row.framework().value();
        entity.compensation = row.compensation().value();
        entity.deduction = row.deduction().value();
        entity.net = row.net().value();
        entity.compensationOre = row.easing().compensation().value();
        entity.deductionOre = row.easing().deduction().value();
        entity.phaseInOre = row.easing().phaseIn().value();
        entity.roundingOre = row.easing().rounding().value();
        entity.amount = row.amount().value();
        entity.reportOpensOn = allocation.reportOpensOn();
        entity.reportDueOn = allocation.reportDueOn();
        entity.reportForm = allocation.form();
        entity.adoptedBy = allocation.adoptedBy();
        entity.adoptedAt = allocation.adoptedAt();
        return entity;
    }

    FrameworkAllocation toAllocation() {
        return new FrameworkAllocation(
                new FrameworkAllocationId(id),
                version,
                runId,
                new FrameworkAllocation.Purpose(new SchemeId(schemeId), chapter, item),
                new FrameworkAllocation.Purpose(new SchemeId(fromSchemeId), fromChapter, fromItem),
                Year.of(year),
                new AdoptedFrameworkRow(
                        new MunicipalityId(municipalityId),
                        new MunicipalityNumber(municipalityNumber),
                        Kroner.of(before),
                        Kroner.of(framework),
                        new Easing(
                                Ore.of(compensationOre), Ore.of(deductionOre), Ore.of(phaseInOre), Ore.of(roundingOre)),
                        Kroner.of(amount)),
                reportOpensOn,
                reportDueOn,
                reportForm,
                adoptedBy,
                adoptedAt);
    }
}
