package no.opptrapping.grant.awards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.applications.ParticipantShare;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/** What the world is told of an award: contracts/award.v1.schema.json. */
record AwardV1(
        AwardId awardId,
        String reference,
        long version,
        AwardStatus status,
        SchemeId schemeId,
        String schemeCode,
        LocalisedText schemeName,
        String chapter,
        String item,
        int year,
        Recipient recipient,
        Kroner amount,
        List<Participant> participants,
        @Nullable ApplicationId applicationId,
        UUID runId,
        List<Measure> measures,
        Reporting reporting,
        LocalDate decidedOn,
        @Nullable LocalDate acceptedOn,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Recipient holder,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<LaterYear> laterYears,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable AwardId continuesAwardId,
        int schemeVersion,
        LocalDate acceptBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Ending ending,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Change change,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Kroner claimed) {
    static final String TOPIC = "award.v1";

    record Recipient(MunicipalityId municipalityId, MunicipalityNumber number, String name) {
        static Recipient of(Award.Recipient recipient) {
            return new Recipient(recipient.municipality(), recipient.number(), recipient.name());
        }
    }

    record Participant(MunicipalityId municipalityId, MunicipalityNumber number, Kroner amount) {
        static Participant of(ParticipantShare share) {
            return new Participant(share.municipality(), share.number(), share.share());
        }
    }

    record Measure(String code, String title, Kroner amount) {}

    record LaterYear(int year, Kroner amount, String subjectTo) {}

    record Reporting(
            LocalDate opensOn,
            LocalDate dueOn,
            String form,
            String size,
            @Nullable Kroner auditorThreshold) {
        static Reporting of(Award.Reporting reporting) {
            return new Reporting(
                    reporting.opensOn(),
                    reporting.dueOn(),
                    reporting.form(),
                    reporting.size().code(),
                    reporting.auditorThreshold().orElse(null));
        }
    }

    record Ending(
            Award.Ending.Cause cause,
            LocalDate on,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String reason) {
        static Ending of(Award.Ending ending) {
            return new Ending(ending.cause(), ending.on(), ending.reason().orElse(null));
        }
    }

    /** What the last change of the amount was, and why. */
    record Change(
            AwardChange.Cause cause,
            LocalDate on,
            Kroner before,
            Kroner after,
            LocalisedText reason,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            UUID runId) {
        static Change of(AwardChange change) {
            return new Change(
                    change.cause(),
                    change.on(),
                    change.before(),
                    change.after(),
                    change.reason(),
                    change.run().orElse(null));
        }
    }

    static OutgoingEvent event(Award award) {
        var id = award.id().toString();
        return new OutgoingEvent(TOPIC, id, "no.opptrapping." + TOPIC, id, award.version(), of(award));
    }

    static AwardV1 of(Award award) {
        return new AwardV1(
                award.id(),
                award.reference(),
                award.version(),
                award.status(),
                award.purpose().scheme(),
                award.purpose().code(),
                award.purpose().name(),
                award.purpose().chapter(),
                award.purpose().item(),
                award.year().getValue(),
                Recipient.of(award.recipient()),
                award.amount(),
                award.participants().stream().map(Participant::of).toList(),
                award.application().orElse(null),
                award.run(),
                award.measures().stream()
                        .map(measure -> new Measure(measure.code(), measure.title(), measure.amount()))
                        .toList(),
                Reporting.of(award.reporting()),
                award.decidedOn(),
                award.acceptance().map(Award.Acceptance::on).orElse(null),
                award.takeovers().isEmpty() ? null : Recipient.of(award.holder()),
                award.laterYears().stream()
                        .map(promised ->
                                new LaterYear(promised.year().getValue(), promised.amount(), "storting-budget"))
                        .toList(),
                award.continues().map(Continued::award).orElse(null),
                award.purpose().version(),
                award.acceptBy(),
                award.ending().map(Ending::of).orElse(null),
                award.changes().isEmpty() ? null : Change.of(award.changes().getLast()),
                award.claimed().isZero() ? null : award.claimed());
    }
}
