package no.opptrapping.grant.reported;

import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.payments.OverdueReport;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * An award of which instalments are held (<i>tilbakeholdt</i>) while an earlier report is overdue.
 *
 * @param holder the municipality that is to have the money
 * @param unpaid what is not paid of the award, in whole kroner; no more than this is held
 */
public record PaymentHold(
        AwardId award, String reference, MunicipalityId holder, Kroner unpaid, OverdueReport report) {}
