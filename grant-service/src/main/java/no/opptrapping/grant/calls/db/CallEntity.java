package no.opptrapping.grant.calls.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A call as stored. */
@Entity
@Table(name = "call")
class CallEntity {
    @Id
    UUID id;

    @Column(name = "scheme_id")
    SchemeId schemeId;

    int year;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    LocalisedText title;

    @Column(name = "opens_on")
    LocalDate opensOn;

    Instant deadline;

    Kroner budget;

    @Enumerated(EnumType.STRING)
    DivisionRule rule;

    @Enumerated(EnumType.STRING)
    @Column(name = "tie_rule")
    TieRule tieRule;

    @Column(name = "smallest_useful_allowed")
    boolean smallestUsefulAllowed;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<CallDocument> documents;

    @Enumerated(EnumType.STRING)
    CallStatus status;

    int version;

    @Column(name = "made_by")
    String madeBy;

    @Column(name = "made_at")
    Instant madeAt;

    @Column(name = "announced_by")
    @Nullable
    String announcedBy;

    @Column(name = "announced_at")
    @Nullable
    Instant announcedAt;

    @SuppressWarnings("NullAway.Init")
    protected CallEntity() {}

    static CallEntity of(Call call) {
        var entity = new CallEntity();
        entity.id = call.id().value();
        entity.schemeId = call.scheme();
        entity.year = call.year().getValue();
        entity.title = call.title();
        entity.opensOn = call.opensOn();
        entity.deadline = call.deadline();
        entity.budget = call.budget();
        entity.rule = call.rule();
        entity.tieRule = call.tieRule();
        entity.smallestUsefulAllowed = call.smallestUsefulAllowed();
        entity.documents = call.documents();
        entity.madeBy = call.madeBy();
        entity.madeAt = call.madeAt();
        entity.take(call);
        return entity;
    }

    /** Takes over what changes after a call is made. */
    final void take(Call call) {
        status = call.status();
        version = call.version();
        announcedBy = call.announcement().map(Call.Announcement::by).orElse(null);
        announcedAt = call.announcement().map(Call.Announcement::at).orElse(null);
    }

    Call call() {
        return new Call(
                new CallId(id),
                schemeId,
                Year.of(year),
                title,
                opensOn,
                deadline,
                budget,
                rule,
                tieRule,
                smallestUsefulAllowed,
                documents,
                status,
                version,
                madeBy,
                madeAt,
                announcement());
    }

    private Optional<Call.Announcement> announcement() {
        return announcedBy == null || announcedAt == null
                ? Optional.empty()
                : Optional.of(new Call.Announcement(announcedBy, announcedAt));
    }
}
