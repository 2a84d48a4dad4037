package no.opptrapping.grant.schemes.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.database.Act;
import no.opptrapping.platform.language.LocalisedText;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A scheme as stored. */
@Entity
@Table(name = "scheme")
class SchemeEntity {
    @Id
    SchemeId id;

    String code;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    LocalisedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    LocalisedText purpose;

    SchemeKind kind;

    String contactName;

    String contactEmail;

    String contactPhone;

    @EmbeddedColumnNaming("made_%s")
    Act made;

    @SuppressWarnings("NullAway.Init")
    protected SchemeEntity() {}

    SchemeEntity(Scheme scheme, Act made) {
        id = scheme.id();
        code = scheme.code();
        name = scheme.name();
        purpose = scheme.purpose();
        kind = scheme.kind();
        contactName = scheme.contact().name();
        contactEmail = scheme.contact().email();
        contactPhone = scheme.contact().phone();
        this.made = made;
    }

    Scheme scheme() {
        return new Scheme(id, code, name, purpose, kind, new Contact(contactName, contactEmail, contactPhone));
    }
}
