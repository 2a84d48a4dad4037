package no.opptrapping.grant.awards.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Continued;
import no.opptrapping.grant.awards.LaterYear;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.ListIndexBase;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of the table award, with its shares and measures. */
@Entity
@Table(name = "award")
class AwardEntity {
    /** Parts are read for the awards of a page, never for all that a page is taken from. */
    private static final int LONGEST_PAGE = 500;

    @Id
    AwardId id;

    String reference;
    long version;
    AwardStatus status;
    PurposeColumns purpose;
    Year year;
    MunicipalityId municipalityId;
    MunicipalityNumber municipalityNumber;
    String municipalityName;
    Kroner amount;

    @Nullable
    ApplicationId applicationId;

    UUID runId;
    ReportingColumns reporting;
    TermsColumns terms;

    @EmbeddedColumnNaming("decided_%s")
    Act decided;

    LocalDate decidedOn;

    @Nullable
    AcceptanceColumns acceptance;

    @Nullable
    @EmbeddedColumnNaming("ended_%s")
    EndingColumns ending;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Takeover> takeovers = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Promise> laterYears = List.of();

    int promisedUntil;

    @Nullable
    AwardId continuesId;

    @Nullable
    String continuesReference;

    @ElementCollection
    @CollectionTable(name = "award_participant", joinColumns = @JoinColumn(name = "award_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = LONGEST_PAGE)
    List<Share> participants = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "award_measure", joinColumns = @JoinColumn(name = "award_id"))
    @OrderColumn(name = "position")
    @BatchSize(size = LONGEST_PAGE)
    List<MeasureRow> measures = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "award_change", joinColumns = @JoinColumn(name = "award_id"))
    @OrderColumn(name = "number")
    @ListIndexBase(1)
    @BatchSize(size = LONGEST_PAGE)
    List<ChangeRow> changes = new ArrayList<>();

    /** What is promised of a later year. */
    record Promise(int year, long amount) {}

    /** A row of the table award_participant. */
    @Embeddable
    record Share(MunicipalityId municipalityId, MunicipalityNumber municipalityNumber, Kroner share) {}

    /** A row of the table award_measure. */
    @Embeddable
    record MeasureRow(String code, String title, Kroner amount) {}

    @SuppressWarnings("NullAway.Init")
    protected AwardEntity() {}

    static AwardEntity of(Award award) {
        var row = new AwardEntity();
        row.id = award.id();
        row.reference = award.reference();
        row.purpose = PurposeColumns.of(award.purpose());
        row.year = award.year();
        row.municipalityId = award.recipient().municipality();
        row.municipalityNumber = award.recipient().number();
        row.municipalityName = award.recipient().name();
        row.applicationId = award.application().orElse(null);
        row.runId = award.run();
        row.reporting = ReportingColumns.of(award.reporting());
        row.terms = TermsColumns.of(award.terms());
        row.decided = new Act(award.decidedBy(), award.decidedAt());
        row.decidedOn = award.decidedOn();
        award.participants()
                .forEach(share -> row.participants.add(new Share(share.municipality(), share.number(), share.share())));
        award.measures()
                .forEach(
                        measure -> row.measures.add(new MeasureRow(measure.code(), measure.title(), measure.amount())));
        award.continues().ifPresent(earlier -> {
            row.continuesId = earlier.award();
            row.continuesReference = earlier.reference();
        });
        row.change(award);
        return row;
    }

    /** Takes over what may change after the decision. */
    final void change(Award award) {
        version = award.version();
        status = award.status();
        amount = award.amount();
        award.changes().stream().skip(changes.size()).map(ChangeRow::of).forEach(changes::add);
        takeovers = award.takeovers();
        laterYears = award.laterYears().stream()
                .map(promised -> new Promise(
                        promised.year().getValue(), promised.amount().value()))
                .toList();
        promisedUntil = laterYears.stream().mapToInt(Promise::year).max().orElse(0);
        terms = TermsColumns.of(award.terms());
        acceptance = award.acceptance().map(AcceptanceColumns::of).orElse(null);
        ending = award.ending().map(EndingColumns::of).orElse(null);
    }

    Award toAward() {
        return new Award(
                id,
                reference,
                version,
                status,
                purpose.purpose(),
                year,
                new Award.Recipient(municipalityId, municipalityNumber, municipalityName),
                amount,
                shares(),
                Optional.ofNullable(applicationId),
                runId,
                measures.stream()
                        .map(row -> new Award.Measure(row.code(), row.title(), row.amount()))
                        .toList(),
                reporting.reporting(),
                terms.terms(),
                decided.by(),
                decided.at(),
                decidedOn,
                Optional.ofNullable(acceptance).map(AcceptanceColumns::acceptance),
                Optional.ofNullable(ending).map(EndingColumns::ending),
                takeovers,
                laterYears.stream()
                        .map(promise -> new LaterYear(Year.of(promise.year()), Kroner.of(promise.amount())))
                        .toList(),
                continues(),
                changes.stream().map(ChangeRow::change).toList());
    }

    /** As the last change that left something says, or as decided first. */
    private List<ParticipantShare> shares() {
        return changes.reversed().stream()
                .map(ChangeRow::shares)
                .filter(shares -> !shares.isEmpty())
                .findFirst()
                .orElseGet(() -> participants.stream()
                        .map(share ->
                                new ParticipantShare(share.municipalityId(), share.municipalityNumber(), share.share()))
                        .toList());
    }

    private Optional<Continued> continues() {
        return continuesId == null || continuesReference == null
                ? Optional.empty()
                : Optional.of(new Continued(continuesId, continuesReference));
    }
}
