package no.opptrapping.grant.applications;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallParts;
import no.opptrapping.grant.forms.CompiledForm;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.attachments.AttachmentHolder;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Takeover;
import no.opptrapping.platform.values.CountyGovernorOfficeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * An application (<i>søknad</i>) of a municipality, for itself or as host of a joint one.
 *
 * @param reference unique and stable, for people and for ordering, for example {@code A0000042}
 * @param hostNumber the host's number on the day of the draft, later on the day of the submission
 * @param version 1 for the first draft, growing by each change
 * @param host the municipality that applies, or the one that has taken over from it
 * @param participants who shares it, from the submission on; the host alone when it is not a joint application
 * @param takeovers how it came from the municipality that began it to the host, oldest first
 * @param releases who shared in it and was set free, oldest first
 * @param consents what participants were asked and have answered, one of each
 * @param signature who has signed it as it is
 * @param completions how it was returned for completion, oldest first; only the last can be open
 */
public record Application(
        ApplicationId id,
        String reference,
        CallId call,
        SchemeId scheme,
        Year year,
        MunicipalityId host,
        MunicipalityNumber hostNumber,
        ApplicationContent content,
        ApplicationStatus status,
        int version,
        Instant createdAt,
        List<ParticipantShare> participants,
        Optional<Instant> submittedAt,
        Optional<Withdrawal> withdrawal,
        Optional<Decision> decision,
        List<Takeover> takeovers,
        List<Release> releases,
        List<Consent> consents,
        Optional<Signature> signature,
        List<Completion> completions) {
    /** When the applicant took it back, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** What was decided, in which round of the call: an amount above zero is an approval. */
    public record Decision(Instant at, String by, Kroner awarded, Optional<Integer> round) {}

    /** Which participant was set free with its share, by itself or by the Directorate, and why. */
    public record Release(ParticipantShare participant, ReleasedBy by, Instant at, String reason) {}

    /** Who signed the application for the municipality, and when. */
    public record Signature(Signatory by, Instant at) {}

    public Application {
        participants = List.copyOf(participants);
        takeovers = List.copyOf(takeovers);
        releases = List.copyOf(releases);
        consents = List.copyOf(consents);
        completions = List.copyOf(completions);
    }

    boolean isHostedBy(KnownMunicipality municipality) {
        return host.equals(municipality.id());
    }

    /**
     * Whether it may be seen with the sight: a draft is nobody's but its municipality's and theirs whose consent it has
     * asked for, and a municipality that shares in a joint application sees it as its host does.
     */
    public boolean isSeenWith(Sight sight) {
        var isDraft = status == ApplicationStatus.DRAFT;
        return switch (sight) {
            case Sight.Own own ->
                own.covers(host)
                        || (isDraft
                                ? consents.stream().anyMatch(one -> own.covers(one.municipality()))
                                : participants.stream().anyMatch(one -> own.covers(one.municipality())));
            case Sight.Everything everything -> !isDraft;
            case Sight.Counties some -> !isDraft && some.covers(host);
            case Sight.Nothing nothing -> false;
        };
    }

    /** The municipality that began it. */
    public MunicipalityId begunBy() {
        return takeovers.isEmpty() ? host : takeovers.getFirst().from();
    }

    /** What its attachments belong to. */
    public static AttachmentHolder attachmentsOf(ApplicationId id) {
        return new AttachmentHolder("application", id.value());
    }

    /** The application in the hands of those that answer for it after a structure change. */
    Application takenOver(KnownMunicipality by, List<Takeover> steps, List<ParticipantShare> shares) {
        var next = new Next(this);
        next.host = by.id();
        next.hostNumber = by.number();
        next.takeovers = steps;
        next.participants = shares;
        return next.application();
    }

    /** What is asked for; zero while a draft does not say. */
    public Kroner asked() {
        return Optional.ofNullable(content.asked()).orElse(Kroner.ZERO);
    }

    /** The completion that the municipality is at; empty unless it is returned. */
    public Optional<Completion> completion() {
        return status == ApplicationStatus.RETURNED ? Optional.of(completions.getLast()) : Optional.empty();
    }

    /** When it was submitted again last, after it had been returned. */
    public Optional<Instant> completedAt() {
        return completions.stream()
                .flatMap(one -> one.ended().stream())
                .filter(Completion.Ended::completed)
                .map(Completion.Ended::at)
                .max(Instant::compareTo);
    }

    /** Whether it carries on what an earlier year's was for: it renews one, or has positions after their first year. */
    boolean isContinuation() {
        return !content.renewalOf().isEmpty()
                || content.positions().stream().anyMatch(position -> position.year() != null && position.year() > 1);
    }

    /**
     * The round of the call that decides it, or has decided it; empty for a call without rounds.
     *
     * @param office the county governor's office that decides it; empty where the Directorate does
     * @param now a draft is taken for complete at this moment
     */
    Optional<Integer> round(CallParts parts, Optional<CountyGovernorOfficeId> office, Instant now) {
        if (decision.isPresent()) {
            return decision.get().round();
        }
        var complete = status == ApplicationStatus.RETURNED
                ? Optional.<Instant>empty()
                : completedAt().or(() -> submittedAt).or(() -> Optional.of(now));
        return parts.roundOf(asSubmitted().isContinuation(), complete, office);
    }

    /** As it was submitted last: what is being completed is nobody's but the municipality's. */
    Application asSubmitted() {
        return completion()
                .map(open -> {
                    var next = new Next(this);
                    next.content = open.before();
                    next.version = version;
                    return next.application();
                })
                .orElse(this);
    }

    /** Written anew, and so signed by nobody. */
    Application changed(ApplicationContent to) {
        var next = new Next(this);
        next.content = to;
        next.signature = Optional.empty();
        return next.application();
    }

    /** The same as one that answers the form that it is judged by. */
    Application answering(CompiledForm form) {
        var next = new Next(this);
        next.content = content.answering(form.number(), content.answersByName());
        next.version = version;
        return next.application();
    }

    Application signed(Signatory by, Instant at) {
        var next = new Next(this);
        next.signature = Optional.of(new Signature(by, at));
        return next.application();
    }

    /** With what participants are asked and have answered. */
    Application with(List<Consent> asked) {
        var next = new Next(this);
        next.consents = asked;
        return next.application();
    }

    /** Submitted, for the first time or after a completion; the first moment of receipt stays. */
    Application submitted(MunicipalityNumber number, List<ParticipantShare> shares, Instant at) {
        var next = new Next(this);
        next.hostNumber = number;
        next.status = ApplicationStatus.SUBMITTED;
        next.participants = shares;
        next.submittedAt = Optional.of(submittedAt.orElse(at));
        next.completions = completionEnded(new Completion.Ended(true, at));
        return next.application();
    }

    /** Returned for completion. */
    Application returned(Completion completion) {
        var all = new ArrayList<>(completions);
        all.add(completion);
        var next = new Next(this);
        next.status = ApplicationStatus.RETURNED;
        next.completions = all;
        return next.application();
    }

    /** As it was submitted, when nothing new has come in time. */
    Application notCompleted(Instant at) {
        var next = new Next(asSubmitted());
        next.status = ApplicationStatus.SUBMITTED;
        next.completions = completionEnded(new Completion.Ended(false, at));
        return next.application();
    }

    private List<Completion> completionEnded(Completion.Ended how) {
        if (status != ApplicationStatus.RETURNED) {
            return completions;
        }
        var all = new ArrayList<>(completions);
        all.set(all.size() - 1, all.getLast().ended(how));
        return all;
    }

    Application withdrawn(String reason, Instant at) {
        var next = new Next(asSubmitted());
        next.status = ApplicationStatus.WITHDRAWN;
        next.withdrawal = Optional.of(new Withdrawal(at, reason));
        next.completions = completionEnded(new Completion.Ended(false, at));
        return next.application();
    }

    /**
     * Without the participant: its share is asked for no more, and whoever is left shares what the others share. The
     * measures and the budget stay as they were written.
     */
    Application released(Release release) {
        var left = new ArrayList<>(participants);
        left.remove(release.participant());
        var releasedSince = new ArrayList<>(releases);
        releasedSince.add(release);
        var next = new Next(this);
        next.content = content.sharedBy(left);
        next.participants = left;
        next.releases = releasedSince;
        return next.application();
    }

    Application decided(Decision made) {
        var next = new Next(this);
        next.status = made.awarded().isPositive() ? ApplicationStatus.APPROVED : ApplicationStatus.REJECTED;
        next.decision = Optional.of(made);
        return next.application();
    }

    /** The version after, before what changes in it is said. */
    private static final class Next {
        private final Application from;
        private int version;
        private MunicipalityId host;
        private MunicipalityNumber hostNumber;
        private ApplicationContent content;
        private ApplicationStatus status;
        private List<ParticipantShare> participants;
        private Optional<Instant> submittedAt;
        private Optional<Withdrawal> withdrawal;
        private Optional<Decision> decision;
        private List<Takeover> takeovers;
        private List<Release> releases;
        private List<Consent> consents;
        private Optional<Signature> signature;
        private List<Completion> completions;

        Next(Application from) {
            this.from = from;
            version = from.version + 1;
            host = from.host;
            hostNumber = from.hostNumber;
            content = from.content;
            status = from.status;
            participants = from.participants;
            submittedAt = from.submittedAt;
            withdrawal = from.withdrawal;
            decision = from.decision;
            takeovers = from.takeovers;
            releases = from.releases;
            consents = from.consents;
            signature = from.signature;
            completions = from.completions;
        }

        Application application() {
            return new Application(
                    from.id,
                    from.reference,
                    from.call,
                    from.scheme,
                    from.year,
                    host,
                    hostNumber,
                    content,
                    status,
                    version,
                    from.createdAt,
                    participants,
                    submittedAt,
                    withdrawal,
                    decision,
                    takeovers,
                    releases,
                    consents,
                    signature,
                    completions);
        }
    }
}
