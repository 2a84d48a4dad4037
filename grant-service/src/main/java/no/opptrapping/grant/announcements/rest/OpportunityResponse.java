package no.opptrapping.grant.announcements.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.opptrapping.grant.announcements.OpportunityStatus;
import no.opptrapping.grant.announcements.PublicCall;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.time.LastMoment;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A call as a funding opportunity of CommonGrants (OpportunityBase of version 0.4). */
@Schema(name = "Opportunity")
@JsonInclude(JsonInclude.Include.NON_NULL)
record OpportunityResponse(
        @Schema(description = "The identity of the call") CallId id,

        @Schema(maxLength = 200) String title,

        Status status,

        @Schema(maxLength = 2000) String description,

        @Schema(description = "What it has to give; absent for a forecast that does not say") @Nullable
        Funding funding,

        KeyDates keyDates,

        @Schema(maxItems = 1, description = "Municipalities")
        List<ApplicantType> acceptedApplicantTypes,

        @Schema(description = "The instant at which it became public (UTC)")
        Instant createdAt,

        @Schema(description = "The instant at which it was changed last (UTC)")
        Instant lastModifiedAt) {
    /** Where it is. */
    @Schema(name = "OpportunityStatus")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Status(
            @Schema(description = "Where it is, in the protocol's words")
            OpportunityStatus value,

            @Schema(maxLength = 40, description = "Our own word, where the protocol has none") @Nullable
            String customValue,

            @Schema(maxLength = 200) String description) {}

    /** What it has to give. */
    @Schema(name = "OpportunityFunding")
    record Funding(Money totalAmountAvailable) {}

    /** An amount of money. */
    @Schema(name = "OpportunityMoney")
    record Money(
            @Schema(maxLength = 20, description = "The amount, a decimal string", examples = "10000000")
            String amount,

            @Schema(maxLength = 3, description = "The currency (ISO 4217)", examples = "NOK")
            String currency) {
        static Money of(Kroner kroner) {
            return new Money(Long.toString(kroner.value()), "NOK");
        }
    }

    /** When it opens and closes. */
    @Schema(name = "OpportunityKeyDates")
    record KeyDates(Event postDate, Event closeDate) {}

    /** A day, and its time where it has one. */
    @Schema(name = "OpportunityEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Event(
            @Schema(maxLength = 100) String name,

            @Schema(maxLength = 10, description = "Always singleDate: a day")
            String eventType,

            @Schema(description = "The day in Norway") LocalDate date,

            @Schema(maxLength = 8, description = "The time of that day in Norway; absent for a whole day") @Nullable
            String time) {}

    /** Who may apply. */
    @Schema(name = "OpportunityApplicantType")
    record ApplicantType(
            @Schema(maxLength = 40, description = "The protocol's word for it")
            String value) {}

    static OpportunityResponse of(PublicCall call, Instant now, Language language, Texts texts) {
        var phase = call.phase(now);
        var status = OpportunityStatus.of(phase);
        return new OpportunityResponse(
                call.id(),
                call.title().in(language),
                new Status(
                        status,
                        status == OpportunityStatus.CUSTOM ? phase.name().toLowerCase(Locale.ROOT) : null,
                        texts.text(language, description(phase), Map.of())),
                description(call, language, texts),
                call.budget().map(Money::of).map(Funding::new).orElse(null),
                dates(call, language, texts),
                List.of(new ApplicantType("government_municipal")),
                call.publishedAt(),
                call.changedAt());
    }

    private static String description(PublicCall.Phase phase) {
        return switch (phase) {
            case FORECAST -> "announcement.status-forecasted";
            case SCHEDULED -> "announcement.status-scheduled";
            case OPEN -> "announcement.status-open";
            case CLOSED -> "announcement.status-closed";
            case DECIDED -> "announcement.status-decided";
            case CANCELLED -> "announcement.status-cancelled";
            case WITHDRAWN -> "announcement.status-withdrawn";
        };
    }

    private static String description(PublicCall call, Language language, Texts texts) {
        var last = LastMoment.of(call.deadline());
        return texts.text(
                language,
                "announcement.period",
                Map.of("opensOn", call.opensOn(), "day", last.day(), "time", last.time()));
    }

    /** A deadline at midnight is the last second of the day before: the protocol's time has no 24:00. */
    private static KeyDates dates(PublicCall call, Language language, Texts texts) {
        var local = call.deadline().atZone(BusinessDates.OSLO);
        var last = local.toLocalTime().equals(LocalTime.MIDNIGHT) ? local.minusSeconds(1) : local;
        return new KeyDates(
                new Event(
                        texts.text(language, "announcement.date-opens", Map.of()), "singleDate", call.opensOn(), null),
                new Event(
                        texts.text(language, "announcement.date-deadline", Map.of()),
                        "singleDate",
                        last.toLocalDate(),
                        "%02d:%02d:%02d".formatted(last.getHour(), last.getMinute(), last.getSecond())));
    }
}
