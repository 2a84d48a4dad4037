package no.opptrapping.grant.forms.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.forms.FormContent;
import no.opptrapping.grant.forms.FormVersion;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A version of a call's form as stored. */
@Entity
@IdClass(FormVersionEntity.Key.class)
@Table(name = "call_form")
class FormVersionEntity {
    /** Which version of which call's form. */
    record Key(CallId callId, int number) {}

    @Id
    CallId callId;

    @Id
    int number;

    int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    FormContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> writers;

    Instant writtenAt;

    @Nullable
    @EmbeddedColumnNaming("published_%s")
    Act published;

    @SuppressWarnings("NullAway.Init")
    protected FormVersionEntity() {}

    FormVersionEntity(FormVersion version) {
        callId = version.call();
        number = version.number();
        take(version);
    }

    /** Takes over what changes of a draft. */
    final void take(FormVersion version) {
        edition = version.edition();
        content = version.content();
        writers = version.writers();
        writtenAt = version.writtenAt();
        published =
                version.publication().map(one -> new Act(one.by(), one.at())).orElse(null);
    }

    FormVersion version() {
        return new FormVersion(
                callId,
                number,
                edition,
                content,
                writers,
                writtenAt,
                Optional.ofNullable(published).map(one -> new FormVersion.Publication(one.by(), one.at())));
    }
}
