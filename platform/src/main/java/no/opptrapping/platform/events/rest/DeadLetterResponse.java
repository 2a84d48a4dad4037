package no.opptrapping.platform.events.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import no.opptrapping.platform.events.DeadLetter;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A record that could not be used. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "DeadLetter")
record DeadLetterResponse(
        @Schema(required = true) UUID id,

        @Schema(required = true, description = "The topic that it came on")
        String topic,

        @Schema(required = true) int partition,
        @Schema(required = true) long offset,

        @Schema(description = "The event's own id, as far as it can be read") @Nullable
        String eventId,

        @Schema(required = true, description = "Why it could not be used")
        String reason,

        @Schema(required = true) Instant setAsideAt,

        @Schema(description = "How it was taken in after all; absent while it waits") @Nullable
        TakenIn takenIn,

        @Schema(description = "What the record said; only when one is read by itself") @Nullable
        Said said) {
    /** How it was taken in after all. */
    @Schema(name = "DeadLetterTakenIn")
    record TakenIn(
            @Schema(required = true) Instant at,
            @Schema(required = true) String by,

            @Schema(
                    required = true,
                    description =
                            "duplicate and outdated had no effect: the event, or a newer version, was there already",
                    enumeration = {"applied", "duplicate", "outdated"})
            String outcome) {}

    /** What the record said, as far as it is text. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    @Schema(name = "DeadLetterContent")
    record Said(
            @Nullable String key,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String version,

            @Schema(maxLength = 1_048_576) @Nullable String data) {}

    static DeadLetterResponse of(DeadLetter letter, @Nullable Said said) {
        return new DeadLetterResponse(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.offset(),
                letter.eventId().orElse(null),
                letter.reason(),
                letter.setAsideAt(),
                letter.takenIn()
                        .map(taken -> new TakenIn(taken.at(), taken.by(), taken.outcome()))
                        .orElse(null),
                said);
    }

    static DeadLetterResponse of(DeadLetter letter, DeadLetter.Content content) {
        return of(
                letter,
                new Said(
                        content.key().orElse(null),
                        content.header("ce_type").orElse(null),
                        content.header("ce_subject").orElse(null),
                        content.header("ce_aggregateversion").orElse(null),
                        content.value().orElse(null)));
    }
}
