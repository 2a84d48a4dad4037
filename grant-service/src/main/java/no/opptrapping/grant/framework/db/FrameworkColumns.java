package no.opptrapping.grant.framework.db;

import jakarta.persistence.Converter;
import no.opptrapping.platform.values.ColumnConverter;
import no.opptrapping.platform.values.Ore;

/** How the room's types stand in columns, of whichever room's tables. */
final class FrameworkColumns {
    private FrameworkColumns() {}

    @Converter(autoApply = true)
    static class Ores extends ColumnConverter<Ore, Long> {
        Ores() {
            super(Ore::value, Ore::new);
        }
    }
}
