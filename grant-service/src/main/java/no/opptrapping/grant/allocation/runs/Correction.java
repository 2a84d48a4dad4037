package no.opptrapping.grant.allocation.runs;

import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.platform.language.LocalisedText;

/**
 * That a run corrects an adopted one (<i>rettekjøring</i>).
 *
 * @param run the correcting run
 * @param corrects the run that it takes the place of; of its own it takes nothing away
 * @param reason why, for everybody to read
 * @param paidPart what becomes of what is paid where an award is reduced
 */
public record Correction(RunId run, RunId corrects, LocalisedText reason, PaidPart paidPart) {}
