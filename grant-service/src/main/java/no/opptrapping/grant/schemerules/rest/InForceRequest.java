package no.opptrapping.grant.schemerules.rest;

import java.time.LocalDate;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** From when a version is in force, and which edition of it has been read. */
@Schema(name = "EntryIntoForce")
record InForceRequest(
        @Schema(description = "The first day, in Norway: today or later; left out: today") @Nullable
        LocalDate inForceFrom,

        @Schema(description = "The edition that has been read; left out: whichever there is", minimum = "1") @Nullable
        Integer edition) {
    Optional<LocalDate> from() {
        return Optional.ofNullable(inForceFrom);
    }

    Optional<Integer> read() {
        return Optional.ofNullable(edition);
    }
}
