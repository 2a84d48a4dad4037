package no.opptrapping.grant.applications;

import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * One municipality's part of a joint application or award; a municipality that applies alone has the whole.
 *
 * @param share zero or more kroner; the shares of all participants sum to the whole
 */
public record ParticipantShare(MunicipalityId municipality, MunicipalityNumber number, Kroner share) {
    /** Whether whom it is of can take part in no other application of the call; who is to have nothing is not bound. */
    boolean binds(MunicipalityId host) {
        return share.isPositive() || municipality.equals(host);
    }

    /** Another share of the same municipality. */
    public ParticipantShare of(Kroner other) {
        return new ParticipantShare(municipality, number, other);
    }
}
