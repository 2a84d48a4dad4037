package no.opptrapping.municipality.registry.rest;

import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.concurrency.CacheableAnswer;

/** The tag of a municipality as it is answered: what is known of it, and which of its versions is shown. */
final class MunicipalityTag {
    private MunicipalityTag() {}

    /** The number in the tag. */
    static long of(Listed listed, MunicipalityFeed feed) {
        return CacheableAnswer.tag(
                feed.version(listed.id()), listed.version().period().from().orElse(Register.BEGINNING));
    }
}
