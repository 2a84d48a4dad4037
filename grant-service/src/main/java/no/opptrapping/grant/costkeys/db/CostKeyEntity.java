package no.opptrapping.grant.costkeys.db;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.costkeys.CostKeyCriterion;
import no.opptrapping.platform.language.LocalisedText;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** A cost key in the register; never changed, for runs refer to it. */
@Entity
@Table(name = "cost_key")
@SuppressWarnings("NullAway.Init")
public class CostKeyEntity extends PanacheEntityBase {
    @Id
    public String code;

    public int year;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public LocalisedText name;

    public String source;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    public List<CostKeyCriterion> criteria;

    public String madeBy;

    public Instant madeAt;

    /** The first that come after a code, one more than a page has. */
    public static List<CostKeyEntity> after(String code, int limit) {
        return CostKeyEntity.<CostKeyEntity>find("code > :after order by code", Map.<String, Object>of("after", code))
                .range(0, limit)
                .list();
    }
}
