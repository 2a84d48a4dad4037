package no.opptrapping.grant.awards.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Continued;
import no.opptrapping.grant.awards.LaterYear;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A row of the table award, with its shares and measures. */
@Entity
@Table(name = "award")
class AwardEntity {
    @Id
    UUID id;

    String reference;
    long version;
    String status;

    @Column(name = "scheme_id")
    UUID schemeId;

    @Column(name = "scheme_code")
    String schemeCode;

    @Column(name = "scheme_name_nb")
    String schemeNameNb;

    @Column(name = "scheme_name_nn")
    String schemeNameNn;

    @Column(name = "scheme_name_en")
    String schemeNameEn;

    String chapter;
    String item;

    @Column(name = "contact_name")
    String contactName;

    @Column(name = "contact_email")
    String contactEmail;

    @Column(name = "contact_phone")
    String contactPhone;

    int year;

    @Column(name = "municipality_id")
    UUID municipalityId;

    @Column(name = "municipality_number")
    String municipalityNumber;

    @Column(name = "municipality_name")
    String municipalityName;

    long amount;

    @Column(name = "application_id")
    @Nullable
    UUID applicationId;

    @Column(name = "run_id")
    UUID runId;

    @Column(name = "report_opens_on")
    LocalDate reportOpensOn;

    @Column(name = "report_due_on")
    LocalDate reportDueOn;

    @Column(name = "report_form")
    String reportForm;

    @Column(name = "report_size")
    String reportSize;

    @Column(name = "auditor_threshold")
    @Nullable
    Long auditorThreshold;

    @Column(name = "decided_by")
    String decidedBy;

    @Column(name = "decided_at")
    Instant decidedAt;

    @Column(name = "decided_on")
    LocalDate decidedOn;

    @Embedded
    @Nullable
    AcceptanceColumns acceptance;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Takeover> takeovers = List.of();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    @Column(name = "later_years")
    List<Promise> laterYears = List.of();

    @Column(name = "promised_until")
    int promisedUntil;

    @Column(name = "continues_id")
    @Nullable
    UUID continuesId;

    @Column(name = "continues_reference")
    @Nullable
    String continuesReference;

    @ElementCollection
    @CollectionTable(name = "award_participant", joinColumns = @JoinColumn(name = "award_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    List<Share> participants = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "award_measure", joinColumns = @JoinColumn(name = "award_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SUBSELECT)
    List<MeasureRow> measures = new ArrayList<>();

    /** What is promised of a later year. */
    record Promise(int year, long amount) {}

    /** A row of the table award_participant. */
    @Embeddable
    record Share(
            @Column(name = "municipality_id") UUID municipalityId,
            @Column(name = "municipality_number") String municipalityNumber,
            long share) {}

    /** A row of the table award_measure. */
    @Embeddable
    record MeasureRow(String code, String title, long amount) {}

    @SuppressWarnings("NullAway.Init")
    protected AwardEntity() {}

    static AwardEntity of(Award award) {
        var row = new AwardEntity();
        row.id = award.id().value();
        row.reference = award.reference();
        var purpose = award.purpose();
        row.schemeId = purpose.scheme().value();
        row.schemeCode = purpose.code();
        row.schemeNameNb = purpose.name().nb();
        row.schemeNameNn = purpose.name().nn();
        row.schemeNameEn = purpose.name().en();
        row.chapter = purpose.chapter();
        row.item = purpose.item();
        row.contactName = purpose.contact().name();
        row.contactEmail = purpose.contact().email();
        row.contactPhone = purpose.contact().phone();
        row.year = award.year().getValue();
        row.municipalityId = award.recipient().municipality().value();
        row.municipalityNumber = award.recipient().number().value();
        row.municipalityName = award.recipient().name();
        row.amount = award.amount().value();
        row.applicationId = award.application().map(ApplicationId::value).orElse(null);
        row.runId = award.run();
        var reporting = award.reporting();
        row.reportOpensOn = reporting.opensOn();
        row.reportDueOn = reporting.dueOn();
        row.reportForm = reporting.form();
        row.reportSize = reporting.size().code();
        row.auditorThreshold = reporting.auditorThreshold().map(Kroner::value).orElse(null);
        row.decidedBy = award.decidedBy();
        row.decidedAt = award.decidedAt();
        row.decidedOn = award.decidedOn();
        award.participants()
                .forEach(share -> row.participants.add(new Share(
                        share.municipality().value(),
                        share.number().value(),
                        share.share().value())));
        award.measures()
                .forEach(measure -> row.measures.add(new MeasureRow(
                        measure.code(), measure.title(), measure.amount().value())));
        award.continues().ifPresent(earlier -> {
            row.continuesId = earlier.award().value();
            row.continuesReference = earlier.reference();
        });
        row.change(award);
        return row;
    }

    /** Takes over what may change after the decision. */
    final void change(Award award) {
        version = award.version();
        status = award.status().code();
        takeovers = award.takeovers();
        laterYears = award.laterYears().stream()
                .map(promised -> new Promise(
                        promised.year().getValue(), promised.amount().value()))
                .toList();
        promisedUntil = laterYears.stream().mapToInt(Promise::year).max().orElse(0);
        acceptance = award.acceptance().map(AcceptanceColumns::of).orElse(null);
    }

    Award toAward() {
        return new Award(
                new AwardId(id),
                reference,
                version,
                AwardStatus.parse(status).orElseThrow(),
                new Award.Purpose(
                        new SchemeId(schemeId),
                        schemeCode,
                        new LocalisedText(schemeNameNb, schemeNameNn, schemeNameEn),
                        chapter,
                        item,
                        new Contact(contactName, contactEmail, contactPhone)),
                Year.of(year),
                new Award.Recipient(
                        new MunicipalityId(municipalityId),
                        new MunicipalityNumber(municipalityNumber),
                        municipalityName),
                Kroner.of(amount),
                participants.stream()
                        .map(share -> new ParticipantShare(
                                new MunicipalityId(share.municipalityId()),
                                new MunicipalityNumber(share.municipalityNumber()),
                                Kroner.of(share.share())))
                        .toList(),
                Optional.ofNullable(applicationId).map(ApplicationId::new),
                runId,
                measures.stream()
                        .map(row -> new Award.Measure(row.code(), row.title(), Kroner.of(row.amount())))
                        .toList(),
                new Award.Reporting(
                        reportOpensOn,
                        reportDueOn,
                        reportForm,
                        Award.Reporting.Size.valueOf(reportSize.toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(auditorThreshold).map(Kroner::of)),
                decidedBy,
                decidedAt,
                decidedOn,
                Optional.ofNullable(acceptance).map(AcceptanceColumns::acceptance),
                takeovers,
                laterYears.stream()
                        .map(promise -> new LaterYear(Year.of(promise.year()), Kroner.of(promise.amount())))
                        .toList(),
                continues());
    }

    private Optional<Continued> continues() {
        return continuesId == null || continuesReference == null
                ? Optional.empty()
                : Optional.of(new Continued(new AwardId(continuesId), continuesReference));
    }
}
