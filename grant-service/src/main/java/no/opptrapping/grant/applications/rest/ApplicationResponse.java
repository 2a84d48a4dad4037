package no.opptrapping.grant.applications.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ApplicationStatus;
import no.opptrapping.grant.applications.ConsentState;
import no.opptrapping.grant.applications.Origin;
import no.opptrapping.grant.applications.ReleasedBy;
import no.opptrapping.grant.applications.Signatory;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.NumberedRound;
import no.opptrapping.grant.known.TakenOver;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.problems.Fault;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API shows it.
 *
 * @param host the municipality that applies, or the one that has taken over from it
 * @param begunBy the municipality that began it
 * @param takeovers how it came from the one that began it to the host, oldest first
 * @param releases who shared in it and was set free, oldest first
 * @param consents what participants of a joint application were asked and have answered
 * @param completions how it was returned for completion, oldest first
 * @param missing what a draft lacks before it can be submitted; empty from the submission on
 */
@Schema(name = "Application")
record ApplicationResponse(
        ApplicationId id,
        String reference,
        ApplicationStatus status,
        int version,
        CallId callId,
        SchemeId schemeId,
        int year,
        Host host,
        ApplicationContent.@Nullable ContactPerson contact,
        List<ApplicationContent.MeasureLine> measures,
        List<ApplicationContent.PositionLine> positions,
        List<ApplicationContent.BudgetLine> budgetLines,
        @Nullable Kroner asked,
        @Nullable Kroner ownShare,
        List<ApplicationContent.ParticipantLine> participants,
        boolean commitment,
        Kroner smallestUseful,

        @Schema(description = "The version of the call's form that is answered; null when the call has none") @Nullable
        Integer formVersion,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                implementation = Object.class,
                description = "What is answered to the questions of the call's form, by their names")
        JsonNode answers,

        @Schema(
                maxItems = 100,
                description = "Where what was copied by a renewal comes from; a value that is changed loses its mark")
        List<Origin> origins,

        @Schema(maxItems = 50, description = "The applications of an earlier year that it was begun as a renewal of")
        List<ApplicationId> renewalOf,

        List<Fault> missing,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawalReason,
        @Nullable Instant decidedAt,
        @Nullable Kroner awarded,
        MunicipalityId begunBy,
        @Schema(maxItems = 50) List<TakenOver> takeovers,
        @Schema(maxItems = 100) List<Release> releases,
        @Nullable Signatory filledInBy,
        @Nullable Signed signature,
        @Schema(maxItems = 100) List<Consent> consents,
        @Schema(maxItems = 100) List<Completion> completions,

        @Schema(
                description = "The round of the call that decides it, of a draft if it were submitted now;"
                        + " absent where the call is decided as a whole")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        NumberedRound round) {
    /** Who signed it, and when. */
    @Schema(name = "ApplicationSignature")
    record Signed(String name, String function, Instant at) {}

    /** What a participant was asked and has answered. */
    @Schema(name = "ApplicationConsent")
    record Consent(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            Kroner share,
            ConsentState state,
            Instant askedAt,
            @Nullable Signatory answeredBy,
            @Nullable Instant answeredAt,
            @Nullable String reason) {
        static Consent of(no.opptrapping.grant.applications.Consent consent) {
            var answer = consent.answer();
            return new Consent(
                    consent.municipality(),
                    consent.number(),
                    consent.share(),
                    consent.state(),
                    consent.askedAt(),
                    answer.map(no.opptrapping.grant.applications.Consent.Answer::by)
                            .orElse(null),
                    answer.map(no.opptrapping.grant.applications.Consent.Answer::at)
                            .orElse(null),
                    answer.map(no.opptrapping.grant.applications.Consent.Answer::reason)
                            .orElse(null));
        }
    }

    /** That it was returned for completion, and how that ended. */
    @Schema(name = "ApplicationCompletion")
    record Completion(
            @Schema(maxItems = 50) List<Remark> remarks,
            Instant askedAt,
            Instant completeBy,
            @Nullable Boolean completed,
            @Nullable Instant endedAt) {
        /** What is to be completed. */
        @Schema(name = "CompletionRemark")
        record Remark(String pointer, String text) {}

        static Completion of(no.opptrapping.grant.applications.Completion completion) {
            var ended = completion.ended();
            return new Completion(
                    completion.remarks().stream()
                            .map(remark -> new Remark(remark.pointer(), remark.text()))
                            .toList(),
                    completion.askedAt(),
                    completion.completeBy(),
                    ended.map(no.opptrapping.grant.applications.Completion.Ended::completed)
                            .orElse(null),
                    ended.map(no.opptrapping.grant.applications.Completion.Ended::at)
                            .orElse(null));
        }
    }

    /** A participant that was set free with its share. */
    @Schema(name = "ApplicationRelease")
    record Release(
            MunicipalityId municipalityId,
            MunicipalityNumber number,
            Kroner share,
            ReleasedBy by,
            Instant at,
            String reason) {
        static Release of(Application.Release release) {
            var participant = release.participant();
            return new Release(
                    participant.municipality(),
                    participant.number(),
                    participant.share(),
                    release.by(),
                    release.at(),
                    release.reason());
        }
    }

    /** The municipality that applies. */
    @Schema(name = "ApplicationHost")
    record Host(MunicipalityId municipalityId, MunicipalityNumber number) {}

    static ApplicationResponse of(Application application, List<Fault> missing, @Nullable NumberedRound round) {
        var content = application.content();
        return new ApplicationResponse(
                application.id(),
                application.reference(),
                application.status(),
                application.version(),
                application.call(),
                application.scheme(),
                application.year().getValue(),
                new Host(application.host(), application.hostNumber()),
                content.contact(),
                content.measures(),
                content.positions(),
                content.budgetLines(),
                content.asked(),
                content.ownShare(),
                content.participants(),
                content.commitment(),
                content.smallestUseful(),
                content.formVersion(),
                content.answers(),
                content.origins(),
                content.renewalOf(),
                missing,
                application.createdAt(),
                application.submittedAt().orElse(null),
                application.withdrawal().map(Application.Withdrawal::at).orElse(null),
                application.withdrawal().map(Application.Withdrawal::reason).orElse(null),
                application.decision().map(Application.Decision::at).orElse(null),
                application.decision().map(Application.Decision::awarded).orElse(null),
                application.begunBy(),
                application.takeovers().stream().map(TakenOver::of).toList(),
                application.releases().stream().map(Release::of).toList(),
                content.filledInBy(),
                application
                        .signature()
                        .map(one -> new Signed(one.by().name(), one.by().function(), one.at()))
                        .orElse(null),
                application.consents().stream().map(Consent::of).toList(),
                application.completions().stream().map(Completion::of).toList(),
                round);
    }
}
