package no.opptrapping.grant.known;

import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One edition of a grouping, such as the KOSTRA groups of a year, in the municipality structure of a date.
 *
 * @param year the edition
 * @param version 1 for the first publication, growing by each correction
 * @param classes the class of each municipality that is classified
 * @param withdrawal why the version should not be used any more, if that is so
 */
public record GroupingEdition(
        String code,
        Year year,
        LocalDate structureDate,
        int version,
        String source,
        Map<MunicipalityNumber, String> classes,
        Optional<HeardIndicator.Withdrawal> withdrawal) {
    public GroupingEdition {
        classes = Map.copyOf(classes);
    }
}
