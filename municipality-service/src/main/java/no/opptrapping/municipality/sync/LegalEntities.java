package no.opptrapping.municipality.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.OrganisationNumber;

/** The Central Coordinating Register for Legal Entities (<i>Enhetsregisteret</i>). */
public interface LegalEntities {
    /**
     * Every municipality that is registered and not deleted.
     *
     * @throws SourceFault if it cannot be read
     */
    List<LegalEntity> municipalities() throws SourceFault;

    /**
     * What has become of a number.
     *
     * @throws SourceFault if it cannot be read
     */
    Standing standingOf(OrganisationNumber number) throws SourceFault;

    /** What has become of a number. */
    sealed interface Standing {
        record Registered() implements Standing {}

        /** Deleted; removed altogether for legal reasons when the day is empty and the register does not tell it. */
        record Deleted(Optional<LocalDate> on) implements Standing {}

        /** The number was never given. */
        record Unknown() implements Standing {}
    }
}
