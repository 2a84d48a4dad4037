package no.opptrapping.grant.known.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.known.HeardIndicator;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class KnownColumns {
    private KnownColumns() {}

    @Converter(autoApply = true)
    static class Kinds extends CodeConverter<HeardIndicator.Kind> {
        Kinds() {
            super(HeardIndicator.Kind.class);
        }
    }
}
