package no.opptrapping.grant.applications.db;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.Year;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.Completion;
import no.opptrapping.grant.applications.Consent;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.Generated;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** An application as stored. */
@Entity
@Table(name = "application")
class ApplicationEntity {
    @Id
    ApplicationId id;

    @Generated
    @Column(insertable = false, updatable = false)
    String reference;

    CallId callId;

    SchemeId schemeId;

    Year year;

    MunicipalityId hostId;

    MunicipalityNumber hostNumber;

    ApplicationStatus status;

    int version;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    ApplicationContent content;

    /** As in the content, so that the database knows that it is a form of the call. */
    @Nullable
    Integer formVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<ParticipantShare> participants;

    /** The participants again, as rows that a municipality's list is found by. */
    @ElementCollection
    @CollectionTable(name = "application_participant", joinColumns = @JoinColumn(name = "application_id"))
    @Column(name = "municipality_id")
    Set<MunicipalityId> sharers = new HashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Takeover> takeovers;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Application.Release> releases;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Consent> consents;

    /** Who was asked, again as rows that a municipality's list is found by. */
    @ElementCollection
    @CollectionTable(name = "application_consent", joinColumns = @JoinColumn(name = "application_id"))
    @Column(name = "municipality_id")
    Set<MunicipalityId> askedOf = new HashSet<>();

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    Application.@Nullable Signature signature;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Completion> completions;

    /** Until when what is returned can be submitted again, as a column that the clock asks for. */
    @Nullable
    Instant completeBy;

    @Nullable
    Instant completedAt;

    /** Whole kroner, as plain numbers so that the database can sum them. */
    @Nullable
    Long asked;

    @Nullable
    Long awarded;

    Instant createdAt;

    @Nullable
    Instant submittedAt;

    @Nullable
    Instant withdrawnAt;

    @Nullable
    String withdrawalReason;

    @Nullable
    @EmbeddedColumnNaming("decided_%s")
    Act decided;

    /** The round of the call that decided it. */
    @Nullable
    Integer round;

    @SuppressWarnings("NullAway.Init")
    protected ApplicationEntity() {}

    static ApplicationEntity of(Application draft) {
        var entity = new ApplicationEntity();
        entity.id = draft.id();
        entity.callId = draft.call();
        entity.schemeId = draft.scheme();
        entity.year = draft.year();
        entity.createdAt = draft.createdAt();
        entity.take(draft);
        return entity;
    }

    /** Takes over what changes after a draft is begun. */
    final void take(Application application) {
        hostId = application.host();
        hostNumber = application.hostNumber();
        takeovers = application.takeovers();
        releases = application.releases();
        signature = application.signature().orElse(null);
        completions = application.completions();
        completedAt = application.completedAt().orElse(null);
        completeBy = application.completion().map(Completion::completeBy).orElse(null);
        status = application.status();
        version = application.version();
        content = application.content();
        formVersion = content.formVersion();
        rowsOf(sharers, participants, application.participants(), ParticipantShare::municipality);
        participants = application.participants();
        rowsOf(askedOf, consents, application.consents(), Consent::municipality);
        consents = application.consents();
        asked = Optional.ofNullable(application.content().asked())
                .map(Kroner::value)
                .orElse(null);
        awarded = application
                .decision()
                .map(Application.Decision::awarded)
                .map(Kroner::value)
                .orElse(null);
        submittedAt = application.submittedAt().orElse(null);
        withdrawnAt = application.withdrawal().map(Application.Withdrawal::at).orElse(null);
        withdrawalReason =
                application.withdrawal().map(Application.Withdrawal::reason).orElse(null);
        decided = application.decision().map(one -> new Act(one.by(), one.at())).orElse(null);
        round = application.decision().flatMap(Application.Decision::round).orElse(null);
    }

    /** Reads and writes no row where nothing has changed. */
    private static <T> void rowsOf(
            Set<MunicipalityId> rows,
            @Nullable List<T> before,
            List<T> after,
            Function<T, MunicipalityId> municipality) {
        var wanted = after.stream().map(municipality).collect(Collectors.toSet());
        var there = (before == null ? Stream.<T>empty() : before.stream())
                .map(municipality)
                .collect(Collectors.toSet());
        if (!there.equals(wanted)) {
            rows.clear();
            rows.addAll(wanted);
        }
    }

    Application application() {
        return new Application(
                id,
                reference,
                callId,
                schemeId,
                year,
                hostId,
                hostNumber,
                content,
                status,
                version,
                createdAt,
                participants,
                Optional.ofNullable(submittedAt),
                withdrawal(),
                decision(),
                takeovers,
                releases,
                consents,
                Optional.ofNullable(signature),
                completions);
    }

    private Optional<Application.Withdrawal> withdrawal() {
        return withdrawnAt == null || withdrawalReason == null
                ? Optional.empty()
                : Optional.of(new Application.Withdrawal(withdrawnAt, withdrawalReason));
    }

    private Optional<Application.Decision> decision() {
        return decided == null || awarded == null
                ? Optional.empty()
                : Optional.of(new Application.Decision(
                        decided.at(), decided.by(), Kroner.of(awarded), Optional.ofNullable(round)));
    }
}
