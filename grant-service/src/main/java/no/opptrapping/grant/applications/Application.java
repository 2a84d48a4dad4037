package no.opptrapping.grant.applications;

import java.time.Instant;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.schemes.SchemeId;
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
        List<Takeover> takeovers) {
    /** When the applicant took it back, and why. */
    public record Withdrawal(Instant at, String reason) {}

    /** What was decided: an amount above zero is an approval. */
    public record Decision(Instant at, String by, Kroner awarded) {}

    public Application {
        participants = List.copyOf(participants);
        takeovers = List.copyOf(takeovers);
    }

    boolean isHostedBy(KnownMunicipality municipality) {
        return host.equals(municipality.id());
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
                steps);
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
                takeovers);
    }
}
