package no.opptrapping.grant.known;

import java.time.LocalDate;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How something came to another municipality, as the API shows it: from that day on the rights and duties were its. */
@Schema(name = "Takeover")
public record TakenOver(MunicipalityId municipalityId, MunicipalityNumber number, String name, LocalDate on) {
    /** The step as it is shown. */
    public static TakenOver of(Takeover step) {
        return new TakenOver(step.to(), step.number(), step.name(), step.on());
    }
}
