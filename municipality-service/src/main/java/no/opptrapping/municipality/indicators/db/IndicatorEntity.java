package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.platform.database.InLanguages;
import org.hibernate.annotations.EmbeddedColumnNaming;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;

/** What an indicator measures. */
@Entity
@Table(name = "indicator")
class IndicatorEntity {
    @Id
    String code;

    IndicatorKind kind;

    @EmbeddedColumnNaming("name_%s")
    InLanguages name;

    String unit;
    String source;
    String licence;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    List<Category> categories;

    @SuppressWarnings("NullAway.Init")
    protected IndicatorEntity() {}

    @SuppressWarnings("NullAway.Init")
    IndicatorEntity(String code) {
        this.code = code;
    }

    void become(IndicatorDefinition definition) {
        kind = definition.kind();
        name = InLanguages.of(definition.name());
        unit = definition.unit();
        source = definition.source();
        licence = definition.licence();
        categories = definition.categories();
    }

    IndicatorDefinition definition() {
        return new IndicatorDefinition(code, kind, name.text(), unit, source, licence, categories);
    }
}
