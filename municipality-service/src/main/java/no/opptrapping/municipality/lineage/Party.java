package no.opptrapping.municipality.lineage;

import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A municipality in a structure change, with the number that it had just before or got just after. */
public record Party(MunicipalityId id, MunicipalityNumber number) {}
