package no.opptrapping.grant.applications;

import java.time.Instant;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.access.Sight;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.register.Takeover;
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
        List<Release> releases) {
    /** When the applicant took it back, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** What was decided: an amount above zero is an approval. */
    public record Decision(Instant at, String by, Kroner awarded) {}

    /** Which participant was set free with its share, by itself or by the Directorate, and why. */
    public record Release(ParticipantShare participant, ReleasedBy by, Instant at, String reason) {}

    public Application {
        participants = List.copyOf(participants);
        takeovers = List.copyOf(takeovers);
        releases = List.copyOf(releases);
    }

    boolean isHostedBy(KnownMunicipality municipality) {
        return host.equals(municipality.id());
    }

    /**
     * Whether it may be seen with the sight: a draft is nobody's but its municipality's, and a municipality that shares in
     * a joint application sees it as its host does.
     */
    boolean isSeenWith(Sight sight) {
        var isDraft = status == ApplicationStatus.DRAFT;
        return switch (sight) {
            case Sight.Own own ->
                own.covers(host) || (!isDraft && participants.stream().anyMatch(one -> own.covers(one.municipality())));
            case Sight.Everything everything -> !isDraft;
            case Sight.Counties some -> !isDraft && some.covers(host);
            case Sight.Nothing nothing -> false;
        };
    }

    /** The municipality that began it. */
    public MunicipalityId begunBy() {
        return takeovers.isEmpty() ? host : takeovers.getFirst().from();
    }

    /** The application in the hands of those that answer for it after a structure change. */
    Application takenOver(KnownMunicipality by, List<Takeover> steps, List<ParticipantShare> shares) {
        return new Application(
                id,
                reference,
                call,
                scheme,
                year,
                by.id(),
                by.number(),
                content,
                status,
                version + 1,
                createdAt,
                shares,
                submittedAt,
                withdrawal,
                decision,
                steps,
                releases);
    }

    /** What is asked for; zero while a draft does not say. */
    public Kroner asked() {
        return Optional.ofNullable(content.asked()).orElse(Kroner.ZERO);
    }

    Application changed(ApplicationContent to) {
        return with(hostNumber, to, status, participants, submittedAt, withdrawal, decision);
    }

    Application submitted(MunicipalityNumber number, List<ParticipantShare> shares, Instant at) {
        return with(number, content, ApplicationStatus.SUBMITTED, shares, Optional.of(at), withdrawal, decision);
    }

    Application withdrawn(String reason, Instant at) {
        return with(
                hostNumber,
                content,
                ApplicationStatus.WITHDRAWN,
                participants,
                submittedAt,
                Optional.of(new Withdrawal(at, reason)),
                decision);
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
        return new Application(
                id,
                reference,
                call,
                scheme,
                year,
                host,
                hostNumber,
                content.sharedBy(left),
                status,
                version + 1,
                createdAt,
                left,
                submittedAt,
                withdrawal,
                decision,
                takeovers,
                releasedSince);
    }

    Application decided(Decision made) {
        var outcome = made.awarded().isPositive() ? ApplicationStatus.APPROVED : ApplicationStatus.REJECTED;
        return with(hostNumber, content, outcome, participants, submittedAt, withdrawal, Optional.of(made));
    }

    private Application with(
            MunicipalityNumber number,
            ApplicationContent written,
            ApplicationStatus becomes,
            List<ParticipantShare> shares,
            Optional<Instant> submission,
            Optional<Withdrawal> takenBack,
            Optional<Decision> made) {
        return new Application(
                id,
                reference,
                call,
                scheme,
                year,
                host,
                number,
                written,
                becomes,
                version + 1,
                createdAt,
                shares,
                submission,
                takenBack,
                made,
                takeovers,
                releases);
    }
}
