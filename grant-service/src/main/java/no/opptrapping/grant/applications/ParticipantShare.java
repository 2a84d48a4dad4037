package no.opptrapping.grant.applications;

import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One municipality's part of a joint application or award; a municipality that applies alone has the whole.
 *
 * @param share zero or more kroner; the shares of all participants sum to the whole
 */
public record ParticipantShare(MunicipalityId municipality, MunicipalityNumber number, Kroner share) {}
