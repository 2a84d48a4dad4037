package no.opptrapping.grant.schemerules.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemerules.SchemeRules;
import no.opptrapping.grant.schemerules.SchemeVersion;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.database.Act;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A version of a scheme's rules as stored. */
@Entity
@IdClass(SchemeVersionEntity.Key.class)
@Table(name = "scheme_version")
class SchemeVersionEntity {
    /** Which version of which scheme. */
    record Key(SchemeId schemeId, int number) {}

    @Id
    SchemeId schemeId;

    @Id
    int number;

    int edition;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    SchemeRules rules;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<String> drafters;

    Instant draftedAt;

    @Nullable
    LocalDate inForceFrom;

    @Nullable
    @EmbeddedColumnNaming("put_in_force_%s")
    Act putInForce;

    @SuppressWarnings("NullAway.Init")
    protected SchemeVersionEntity() {}

    SchemeVersionEntity(SchemeVersion version) {
        schemeId = version.scheme();
        number = version.number();
        take(version);
    }

    /** Takes over what changes of a draft. */
    final void take(SchemeVersion version) {
        edition = version.edition();
        rules = version.rules();
        drafters = version.drafters();
        draftedAt = version.draftedAt();
        inForceFrom = version.inForceFrom().orElse(null);
        putInForce =
                version.inForce().map(since -> new Act(since.by(), since.at())).orElse(null);
    }

    SchemeVersion version() {
        return new SchemeVersion(schemeId, number, edition, rules, drafters, draftedAt, inForce());
    }

    private Optional<SchemeVersion.InForce> inForce() {
        return inForceFrom == null || putInForce == null
                ? Optional.empty()
                : Optional.of(new SchemeVersion.InForce(inForceFrom, putInForce.by(), putInForce.at()));
    }
}
