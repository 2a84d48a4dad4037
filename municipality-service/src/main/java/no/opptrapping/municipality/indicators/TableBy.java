package no.opptrapping.municipality.indicators;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What municipalities are counted by. */
@Schema(name = "MunicipalityTableName")
public enum TableBy {
    POPULATION_CLASS,
    KOSTRA_GROUP,
    COUNTY,
    HEALTH_REGION,
    HEALTH_TRUST_AREA,
    CENTRALITY;

    /** The word in addresses; of a grouping its indicator's code. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
