package no.opptrapping.grant.schemes.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.schemes.SchemeKind;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class SchemeColumns {
    private SchemeColumns() {}

    @Converter(autoApply = true)
    static class Kinds extends CodeConverter<SchemeKind> {
        Kinds() {
            super(SchemeKind.class);
        }
    }
}
