package no.opptrapping.grant.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;

/**
 * A call (<i>utlysning</i>): one year's invitation to apply under a scheme.
 *
 * @param year the grant year that the money is for
 * @param opensOn the first day, in Oslo, on which applications are taken
 * @param deadline the last instant at which an application is on time, in whole microseconds
 * @param budget what the call has to give, above zero
 * @param smallestUsefulAllowed whether an applicant may say below which amount the money is of no use to it
 * @param version 1 when made, growing by each change
 * @param madeBy the subject of the person who made it, who may not announce it
 */
public record Call(
        CallId id,
        SchemeId scheme,
        Year year,
        LocalisedText title,
        LocalDate opensOn,
        Instant deadline,
        Kroner budget,
        DivisionRule rule,
        TieRule tieRule,
        boolean smallestUsefulAllowed,
        List<CallDocument> documents,
        CallStatus status,
        int version,
        String madeBy,
        Instant madeAt,
        Optional<Announcement> announcement) {
    /** Who announced the call, and when. */
    public record Announcement(String by, Instant at) {}

    public Call {
        documents = List.copyOf(documents);
    }

    /** Whether an application may be submitted as far as the deadline is concerned: the instant itself is on time. */
    public boolean isOnTime(Instant submission) {
        return !submission.isAfter(deadline);
    }

    /** The call after another person has announced it. */
    Call announced(String by, Instant at) {
        return with(CallStatus.ANNOUNCED, Optional.of(new Announcement(by, at)));
    }

    /** The call after its applications have been decided. */
    Call closed() {
        return with(CallStatus.CLOSED, announcement);
    }

    private Call with(CallStatus changed, Optional<Announcement> announcedBy) {
        return new Call(
                id,
                scheme,
                year,
                title,
                opensOn,
                deadline,
                budget,
                rule,
                tieRule,
                smallestUsefulAllowed,
                documents,
                changed,
                version + 1,
                madeBy,
                madeAt,
                announcedBy);
    }
}
