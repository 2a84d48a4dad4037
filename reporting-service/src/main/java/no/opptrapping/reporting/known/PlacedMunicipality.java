package no.opptrapping.reporting.known;

import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/** A municipality on one date: its identity with the number and name that it has then. */
public record PlacedMunicipality(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}
