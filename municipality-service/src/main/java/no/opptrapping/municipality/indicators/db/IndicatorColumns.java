package no.opptrapping.municipality.indicators.db;

import jakarta.persistence.Converter;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.municipality.indicators.Publication;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns. */
final class IndicatorColumns {
    private IndicatorColumns() {}

    @Converter(autoApply = true)
    static class Kinds extends CodeConverter<IndicatorKind> {
        Kinds() {
            super(IndicatorKind.class);
        }
    }

    @Converter(autoApply = true)
    static class Origins extends CodeConverter<Publication.Origin> {
        Origins() {
            super(Publication.Origin.class);
        }
    }
}
