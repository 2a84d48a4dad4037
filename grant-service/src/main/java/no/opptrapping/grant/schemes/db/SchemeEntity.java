package no.opptrapping.grant.schemes.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.schemes.Contact;
import no.opptrapping.grant.schemes.ReportingTerms;
import no.opptrapping.grant.schemes.Scheme;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** A scheme in the register. */
@Entity
@Table(name = "scheme")
@SuppressWarnings("NullAway.Init")
public class SchemeEntity extends PanacheEntityBase {
    @Id
    public UUID id;

    public String code;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public LocalisedText name;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public LocalisedText purpose;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable LocalisedText goals;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable LocalisedText targetGroup;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public @Nullable LocalisedText criteria;

    public String chapter;

    public String item;

    public SchemeKind kind;

    public String reportOpens;

    public String reportDue;

    public String reportForm;

    public Kroner simpleBelow;

    public @Nullable Kroner auditorThreshold;

    public String contactName;

    public String contactEmail;

    public String contactPhone;

    public String madeBy;

    public Instant madeAt;

    /** What other rooms read of it. */
    public Scheme scheme() {
        return new Scheme(
                new SchemeId(id),
                code,
                name,
                chapter,
                item,
                kind,
                new ReportingTerms(
                        MonthDay.parse(reportOpens),
                        MonthDay.parse(reportDue),
                        reportForm,
                        simpleBelow,
                        Optional.ofNullable(auditorThreshold)),
                new Contact(contactName, contactEmail, contactPhone));
    }

    /** The first that come after a code, one more than a page has. */
    public static List<SchemeEntity> after(String code, int limit) {
        return SchemeEntity.<SchemeEntity>find("code > :after order by code", Map.<String, Object>of("after", code))
                .range(0, limit)
                .list();
    }
}
