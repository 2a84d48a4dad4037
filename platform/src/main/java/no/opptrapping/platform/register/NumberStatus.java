package no.opptrapping.platform.register;

import java.util.List;

/** What a municipality number stands for on a date. */
public sealed interface NumberStatus {
    /** It is some municipality's number on the date. */
    record Valid(KnownMunicipality municipality) implements NumberStatus {}

    /**
     * It was a number once and is none any longer.
     *
     * @param successors the municipalities that, on the date, answer for those that had it, ordered by number
     */
    record Ceased(List<KnownMunicipality> successors) implements NumberStatus {}

    /** No municipality is known to have had it on or before the date. */
    record Unknown() implements NumberStatus {}
}
