package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.platform.language.LocalisedText;
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

    @Enumerated(EnumType.STRING)
    IndicatorKind kind;

    @Column(name = "name_nb")
    String nameInBokmal;

    @Column(name = "name_nn")
    String nameInNynorsk;

    @Column(name = "name_en")
    String nameInEnglish;

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
        nameInBokmal = definition.name().nb();
        nameInNynorsk = definition.name().nn();
        nameInEnglish = definition.name().en();
        unit = definition.unit();
        source = definition.source();
        licence = definition.licence();
        categories = definition.categories();
    }

    IndicatorDefinition definition() {
        return new IndicatorDefinition(
                code,
                kind,
                new LocalisedText(nameInBokmal, nameInNynorsk, nameInEnglish),
                unit,
                source,
                licence,
                categories);
    }
}
