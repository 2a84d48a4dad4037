package no.opptrapping.reporting.obligations.db;

import jakarta.persistence.Converter;
import no.opptrapping.platform.values.CodeConverter;
import no.opptrapping.reporting.obligations.ObligationStatus;

/** How the room's types stand in columns, of whichever room's tables. */
final class ObligationColumns {
    private ObligationColumns() {}

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<ObligationStatus> {
        Statuses() {
            super(ObligationStatus.class);
        }
    }
}
