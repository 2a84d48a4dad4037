package no.opptrapping.grant.schemerules;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who decides on the applications of a scheme and pays its awards. */
@Schema(name = "DecidedBy")
public enum DecidedBy {
    /** The Directorate, of the appropriation itself. */
    @JsonProperty("directorate")
    DIRECTORATE,

    /**
     * The county governors (<i>statsforvalterne</i>), each of the frame that the Directorate gives its office under
     * authority to charge (<i>belastningsfullmakt</i>).
     */
    @JsonProperty("county-governors")
    COUNTY_GOVERNORS
}
