package no.opptrapping.grant.calls;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.time.BusinessDates;
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
 * @param changes what was changed since it was announced, oldest first
 * @param schemeVersion the version of the scheme's rules that it was announced under; empty while it is a draft
 * @param parts the rounds that it is decided in, and what has been decided
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
        Optional<Announcement> announcement,
        Optional<Integer> schemeVersion,
        List<CallChange> changes,
        CallParts parts) {
    /** Who announced the call, and when. */
    public record Announcement(String by, Instant at) {}

    public Call {
        documents = List.copyOf(documents);
        changes = List.copyOf(changes);
    }

    /** Whether an application may be submitted as far as the deadline is concerned: the instant itself is on time. */
    public boolean isOnTime(Instant submission) {
        return !submission.isAfter(deadline);
    }

    /** The same call for somebody who has a deadline of their own. */
    public Call until(Instant own) {
        return new Call(
                id,
                scheme,
                year,
                title,
                opensOn,
                own,
                budget,
                rule,
                tieRule,
                smallestUsefulAllowed,
                documents,
                status,
                version,
                madeBy,
                madeAt,
                announcement,
                schemeVersion,
                changes,
                parts);
    }

    /** The last instant at which an application of the round is complete; of a call without rounds its deadline. */
    public Instant takesUntil(Optional<Integer> round) {
        return round.flatMap(parts::round).map(one -> one.until(deadline)).orElse(deadline);
    }

    /** Where it is at the moment. */
    public CallPhase phase(Instant now) {
        return switch (status) {
            case DRAFT -> CallPhase.DRAFT;
            case CANCELLED -> CallPhase.CANCELLED;
            case CLOSED -> CallPhase.DECIDED;
            case ANNOUNCED -> {
                if (BusinessDates.of(now).isBefore(opensOn)) {
                    yield CallPhase.SCHEDULED;
                }
                yield isOnTime(now) ? CallPhase.OPEN : CallPhase.CLOSED;
            }
        };
    }

    /** The call after another person has announced it under a version of the scheme's rules. */
    Call announced(String by, Instant at, int underVersion) {
        return with(
                CallStatus.ANNOUNCED,
                content(),
                Optional.of(new Announcement(by, at)),
                Optional.of(underVersion),
                changes);
    }

    /** The call after a part of it has been decided. */
    Call decided(CallParts.Decided part) {
        return with(CallStatus.ANNOUNCED, content().with(parts.with(part)), announcement, schemeVersion, changes);
    }

    /** The call after the last of its applications have been decided. */
    Call closed(CallParts.Decided part) {
        return with(CallStatus.CLOSED, content().with(parts.with(part)), announcement, schemeVersion, changes);
    }

    /** The call with a later deadline. */
    Call extended(Instant to, CallChange change) {
        return changed(CallStatus.ANNOUNCED, new Content(title, to, budget, documents, parts), change);
    }

    /** The call with what was wrong put right; what is empty stays. */
    Call corrected(
            Optional<LocalisedText> newTitle,
            Optional<Kroner> newBudget,
            Optional<List<CallDocument>> newDocuments,
            Optional<List<Round>> newRounds,
            CallChange change) {
        return changed(
                CallStatus.ANNOUNCED,
                new Content(
                        newTitle.orElse(title),
                        deadline,
                        newBudget.orElse(budget),
                        newDocuments.orElse(documents),
                        newRounds.map(parts::with).orElse(parts)),
                change);
    }

    /** The call when it has been called off. */
    Call cancelled(CallChange change) {
        return changed(CallStatus.CANCELLED, content(), change);
    }

    private Call changed(CallStatus becomes, Content content, CallChange change) {
        var all = new ArrayList<>(changes);
        all.add(change);
        return with(becomes, content, announcement, schemeVersion, all);
    }

    /** What may be changed after it is announced. */
    private record Content(
            LocalisedText title, Instant deadline, Kroner budget, List<CallDocument> documents, CallParts parts) {
        Content with(CallParts others) {
            return new Content(title, deadline, budget, documents, others);
        }
    }

    private Content content() {
        return new Content(title, deadline, budget, documents, parts);
    }

    private Call with(
            CallStatus becomes,
            Content content,
            Optional<Announcement> announcedBy,
            Optional<Integer> underVersion,
            List<CallChange> changed) {
        return new Call(
                id,
                scheme,
                year,
                content.title(),
                opensOn,
                content.deadline(),
                content.budget(),
                rule,
                tieRule,
                smallestUsefulAllowed,
                content.documents(),
                becomes,
                version + 1,
                madeBy,
                madeAt,
                announcedBy,
                underVersion,
                changed,
                content.parts());
    }
}
