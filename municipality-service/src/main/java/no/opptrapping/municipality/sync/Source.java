package no.opptrapping.municipality.sync;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What can be synchronised, each with one official source. */
@Schema(name = "SyncSource")
public enum Source {
    /** Municipalities and their changes: Statistics Norway, Klass 131. */
    MUNICIPALITIES,
    /** Counties: Statistics Norway, Klass 104. */
    COUNTIES,
    /** The newest grouping of municipalities for comparison: Statistics Norway, Klass 112. */
    KOSTRA_GROUPS,
    /** Population on 1 January, by age: Statistics Norway, table 07459. */
    POPULATION,
    /** Organisation numbers: the Central Coordinating Register for Legal Entities. */
    ORGANISATION_NUMBERS,
    /** Names in every official language, and the Sami administrative area: the Mapping Authority. */
    OFFICIAL_NAMES;

    /** The word in API answers, configuration and the database's rows. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The source of a word, or empty if there is none. */
    public static Optional<Source> ofCode(String code) {
        return Arrays.stream(values())
                .filter(source -> source.code().equals(code))
                .findFirst();
    }
}
