package no.opptrapping.grant.applications.db;

import jakarta.persistence.Converter;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.platform.values.CodeConverter;

/** How the room's types stand in columns, of whichever room's tables. */
final class ApplicationColumns {
    private ApplicationColumns() {}

    @Converter(autoApply = true)
    static class Statuses extends CodeConverter<ApplicationStatus> {
        Statuses() {
            super(ApplicationStatus.class);
        }
    }
}
