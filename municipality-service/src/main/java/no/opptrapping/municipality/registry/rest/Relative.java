package no.opptrapping.municipality.registry.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.LocalDate;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A municipality that a number's own has become, or came from.
 *
 * @param from since when it has the number
 */
@Schema(name = "RelatedMunicipality")
@JsonPropertyOrder({"number", "name", "from"})
record Relative(
        MunicipalityNumber number, String name, @Nullable LocalDate from) {
    static Relative of(Listed listed) {
        return new Relative(
                listed.number(), listed.name(), listed.version().period().from().orElse(null));
    }

    /** As it is named in running text. */
    static String inText(Listed listed) {
        return listed.number() + " " + listed.name();
    }
}
