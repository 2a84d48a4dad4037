package no.opptrapping.grant.awards.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.awards.AccountNumber;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardChange;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.awards.AwardStatus;
import no.opptrapping.grant.awards.Continued;
import no.opptrapping.grant.known.TakenOver;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An award as shown.
 *
 * @param waitsFor what it waits for before it can be paid; absent when for nothing
 * @param recipient the municipality that it was awarded to
 * @param acceptBy the last day on which an acceptance is on time
 * @param acceptance the municipality's answer; its account number is shown only to itself and the administration
 * @param holder the municipality that has its rights and duties now
 * @param takeovers how they came from the recipient to the holder, oldest first
 */
@Schema(name = "Award")
record AwardResponse(
        AwardId id,
        String reference,
        long version,
        AwardStatus status,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable WaitsFor waitsFor,
        SchemeId schemeId,

        @Schema(description = "The version of the scheme's rules that the award was made under")
        int schemeVersion,

        String schemeCode,
        LocalisedText schemeName,
        String chapter,
        String item,
        int year,
        Recipient recipient,
        Kroner amount,
        @Schema(maxItems = 400) List<Participant> participants,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable ApplicationId applicationId,
        UUID runId,
        @Schema(maxItems = 100) List<Award.Measure> measures,
        Reporting reporting,
        LocalDate decidedOn,
        LocalDate acceptBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Acceptance acceptance,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Ended ended,
        Recipient holder,
        @Schema(maxItems = 50) List<TakenOver> takeovers,

        @Schema(description = "Promised of later years' budgets; absent when nothing is", maxItems = 5)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Promise> laterYears,

        @Schema(description = "The earlier award whose promise this one keeps", maxLength = 50)
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String continues,

        @Schema(description = "Its increases and reductions, oldest first; absent while there are none", maxItems = 100)
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Change> changes,

        @Schema(
                description = "Where the recipient, who shares the award and who has taken it over can read how the"
                        + " amount was computed, as JSON or as a page",
                maxLength = 100)
        String explanation) {

    /** What is promised of a later year, and what the promise is subject to. */
    @Schema(name = "AwardPromise")
    record Promise(int year, Kroner amount, LocalisedText subjectTo) {}

    @Schema(name = "AwardWaitsFor")
    enum WaitsFor {
        @JsonProperty("acceptance")
        ACCEPTANCE,
        @JsonProperty("organisation-number")
        ORGANISATION_NUMBER
    }

    @Schema(name = "AwardRecipient")
    record Recipient(MunicipalityId municipalityId, MunicipalityNumber number, String name) {}

    @Schema(name = "AwardParticipant")
    record Participant(MunicipalityId municipalityId, MunicipalityNumber number, Kroner amount) {}

    @Schema(name = "AwardReporting")
    record Reporting(
            LocalDate opensOn,
            LocalDate dueOn,
            String form,
            Award.Reporting.Size size,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            Kroner auditorThreshold) {}

    /** The municipality's answer; {@code late} when it came after the last day that the letter named. */
    @Schema(name = "AwardAcceptance")
    record Acceptance(LocalDate on, boolean late, String acceptedBy, AccountNumber accountNumber) {}

    /** Why nothing is left of it, and since when. */
    @Schema(name = "AwardEnding")
    record Ended(
            @Schema(
                    description =
                            "Whether the municipality declined it, nobody accepted it in time, or it was reduced to nothing")
            Award.Ending.Cause cause,

            @Schema(description = "The day, in Norway, since which nothing is left of it")
            LocalDate on,

            @Schema(description = "The municipality's own words; absent when nobody answered")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            String reason) {
        static Ended of(Award.Ending ending) {
            return new Ended(ending.cause(), ending.on(), ending.reason().orElse(null));
        }
    }

    /** An increase or a reduction of the amount. */
    @Schema(name = "AwardChange")
    record Change(
            @Schema(description = "What it follows from") AwardChange.Cause cause,

            @Schema(description = "The day, in Norway, on which it was decided")
            LocalDate on,

            @Schema(description = "The amount before it, whole kroner")
            Kroner before,

            @Schema(description = "The amount after it, whole kroner; zero when nothing is left of the award")
            Kroner after,

            @Schema(description = "What is claimed back of what had been paid, whole kroner")
            Kroner claimed,

            LocalisedText reason,

            @Schema(description = "The adopted run that the new amount comes from; absent when it comes from none")
            @JsonInclude(JsonInclude.Include.NON_NULL)
            @Nullable
            UUID runId) {
        static Change of(AwardChange change) {
            return new Change(
                    change.cause(),
                    change.on(),
                    change.before(),
                    change.after(),
                    change.claimed(),
                    change.reason(),
                    change.run().orElse(null));
        }
    }

    static AwardResponse of(Award award, boolean organisationKnown, LocalisedText reservation) {
        var purpose = award.purpose();
        var reporting = award.reporting();
        return new AwardResponse(
                award.id(),
                award.reference(),
                award.version(),
                award.status(),
                waitsFor(award, organisationKnown),
                purpose.scheme(),
                purpose.version(),
                purpose.code(),
                purpose.name(),
                purpose.chapter(),
                purpose.item(),
                award.year().getValue(),
                recipient(award.recipient()),
                award.amount(),
                award.participants().stream()
                        .map(share -> new Participant(share.municipality(), share.number(), share.share()))
                        .toList(),
                award.application().orElse(null),
                award.run(),
                award.measures(),
                new Reporting(
                        reporting.opensOn(),
                        reporting.dueOn(),
                        reporting.form(),
                        reporting.size(),
                        reporting.auditorThreshold().orElse(null)),
                award.decidedOn(),
                award.acceptBy(),
                award.acceptance()
                        .map(acceptance -> new Acceptance(
                                acceptance.on(), award.isAcceptedLate(), acceptance.acceptedBy(), acceptance.account()))
                        .orElse(null),
                award.ending().map(Ended::of).orElse(null),
                recipient(award.holder()),
                award.takeovers().stream().map(TakenOver::of).toList(),
                award.laterYears().stream()
                        .map(promised -> new Promise(promised.year().getValue(), promised.amount(), reservation))
                        .toList(),
                award.continues().map(Continued::reference).orElse(null),
                award.changes().stream().map(Change::of).toList(),
                award.explanation());
    }

    private static Recipient recipient(Award.Recipient municipality) {
        return new Recipient(municipality.municipality(), municipality.number(), municipality.name());
    }

    private static @Nullable WaitsFor waitsFor(Award award, boolean organisationKnown) {
        if (award.status() != AwardStatus.AWARDED) {
            return null;
        }
        return organisationKnown ? WaitsFor.ACCEPTANCE : WaitsFor.ORGANISATION_NUMBER;
    }
}
