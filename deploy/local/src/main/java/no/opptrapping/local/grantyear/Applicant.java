package no.opptrapping.local.grantyear;

import java.util.List;

/**
 * One invented application of a real municipality.
 *
 * @param participants the other municipalities of a joint application, none for an application of one's own
 * @param continuing whether it carries on what an earlier year's application was for
 * @param positions full-time positions, at least one
 * @param askedPerMeasure kroner per measure, in the order of {@code measures}
 * @param ownShare kroner that the municipality adds itself
 */
record Applicant(
        Place host,
        List<Place> participants,
        Conduct conduct,
        boolean continuing,
        int positions,
        List<String> measures,
        List<Long> askedPerMeasure,
        long ownShare) {
    /** How the application is handed in. */
    enum Conduct {
        /** In time and complete. */
        PLAIN,
        /** First incomplete, refused with every fault listed, then corrected. */
        CORRECTED,
        /** After the deadline, and refused for that. */
        LATE,
        /** In time, and later withdrawn. */
        WITHDRAWN
    }

    /** The application without one of those that were to share it; the host asks for its share. */
    Applicant without(Place participant) {
        var others = participants.stream()
                .filter(place -> !place.equals(participant))
                .toList();
        return new Applicant(host, others, conduct, continuing, positions, measures, askedPerMeasure, ownShare);
    }

    long asked() {
        return askedPerMeasure.stream().mapToLong(Long::longValue).sum();
    }
}
