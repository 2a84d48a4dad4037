package no.opptrapping.platform.register;

import java.time.LocalDate;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * A municipality's taking over of what was another's: it was merged into it, or split and this one bears its duties
 * (<i>ansvarlig kommune etter deling</i>).
 *
 * @param number of the one that took over, on that day
 * @param name of the one that took over, on that day
 */
public record Takeover(MunicipalityId from, MunicipalityId to, MunicipalityNumber number, String name, LocalDate on) {}
