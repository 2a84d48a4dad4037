package no.opptrapping.grant.calls.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallChange;
import no.opptrapping.grant.calls.CallDocument;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.DivisionRule;
import no.opptrapping.grant.calls.TieRule;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.EmbeddedColumnNaming;
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
    CallId id;

    SchemeId schemeId;

    Year year;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    LocalisedText title;

    LocalDate opensOn;

    Instant deadline;

    Kroner budget;

    DivisionRule rule;

    TieRule tieRule;

    boolean smallestUsefulAllowed;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<CallDocument> documents;

    CallStatus status;

    int version;

    @EmbeddedColumnNaming("made_%s")
    Act made;

    @Nullable
    @EmbeddedColumnNaming("announced_%s")
    Act announced;

    @Nullable
    Integer schemeVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<CallChange> changes;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    CallParts parts;

    @SuppressWarnings("NullAway.Init")
    protected CallEntity() {}

    static CallEntity of(Call call) {
        var entity = new CallEntity();
        entity.id = call.id();
        entity.schemeId = call.scheme();
        entity.year = call.year();
        entity.opensOn = call.opensOn();
        entity.rule = call.rule();
        entity.tieRule = call.tieRule();
        entity.smallestUsefulAllowed = call.smallestUsefulAllowed();
        entity.made = new Act(call.madeBy(), call.madeAt());
        entity.take(call);
        return entity;
    }

    /** Takes over what changes after a call is made. */
    final void take(Call call) {
        title = call.title();
        deadline = call.deadline();
        budget = call.budget();
        documents = call.documents();
        changes = call.changes();
        parts = call.parts();
        status = call.status();
        version = call.version();
        announced = call.announcement().map(one -> new Act(one.by(), one.at())).orElse(null);
        schemeVersion = call.schemeVersion().orElse(null);
    }

    Call call() {
        return new Call(
                id,
                schemeId,
                year,
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
                made.by(),
                made.at(),
                Optional.ofNullable(announced).map(one -> new Call.Announcement(one.by(), one.at())),
                Optional.ofNullable(schemeVersion),
                changes,
                parts);
    }
}
