package no.opptrapping.grant.allocation.runs;

import no.opptrapping.grant.awards.PaidPart;
import no.opptrapping.platform.language.LocalisedText;

/** What a run is made for. */
public sealed interface RunPurpose {
    /** To divide what is available, or to learn how it would be divided. */
    record Division() implements RunPurpose {}

    /** To take the place of an adopted run; the members are those of {@link no.opptrapping.grant.allocation.runs.Correction}. */
    record ToCorrect(RunId corrects, LocalisedText reason, PaidPart paidPart) implements RunPurpose {}

    /** To be published before there is money. */
    record ToIndicate(LocalisedText assumptions) implements RunPurpose {}
}
