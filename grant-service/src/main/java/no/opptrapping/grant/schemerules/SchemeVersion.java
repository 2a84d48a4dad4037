package no.opptrapping.grant.schemerules;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.opptrapping.grant.schemes.SchemeId;

/**
 * A version of a scheme's rules (<i>regelverk</i>): a draft, or in force from a day until the next version is. What is
 * in force never changes.
 *
 * @param number 1 is the first of the scheme; without gaps
 * @param edition 1 when drafted, one more for each change of the draft
 * @param drafters the subjects of those who have written on it, none of whom may put it in force
 */
public record SchemeVersion(
        SchemeId scheme,
        int number,
        int edition,
        SchemeRules rules,
        List<String> drafters,
        Instant draftedAt,
        Optional<InForce> inForce) {
    /**
     * Since when it is in force.
     *
     * @param from the first day, in Norway
     * @param by the subject of the person who put it in force
     */
    public record InForce(LocalDate from, String by, Instant at) {}

    public SchemeVersion {
        drafters = List.copyOf(drafters);
    }

    /** The first version of a scheme or the one after another. */
    static SchemeVersion draft(SchemeId scheme, int number, SchemeRules rules, String by, Instant at) {
        return new SchemeVersion(scheme, number, 1, rules, List.of(by), at, Optional.empty());
    }

    /** The draft with other rules. */
    SchemeVersion changed(SchemeRules to, String by, Instant at) {
        var writers = Stream.concat(drafters.stream(), Stream.of(by)).distinct().toList();
        return new SchemeVersion(scheme, number, edition + 1, to, writers, at, inForce);
    }

    /** The draft, in force. */
    SchemeVersion inForce(InForce since) {
        return new SchemeVersion(scheme, number, edition, rules, drafters, draftedAt, Optional.of(since));
    }

    /** The first day on which it is in force; empty for a draft. */
    public Optional<LocalDate> inForceFrom() {
        return inForce.map(InForce::from);
    }
}
