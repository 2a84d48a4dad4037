package no.opptrapping.grant.priornotices.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.priornotices.PriorNotice;
import no.opptrapping.grant.priornotices.PriorNoticeId;
import no.opptrapping.grant.priornotices.PriorNoticeKind;
import no.opptrapping.grant.priornotices.SeePriorNotices;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A prior notice as the API shows it. */
@Schema(name = "PriorNotice")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PriorNoticeResponse(
        PriorNoticeId id,

        @Schema(description = "What is to be decided") PriorNoticeKind kind,

        @Schema(maxLength = 200, description = "The address of what is to be decided")
        String about,

        AwardId awardId,
        @Schema(maxLength = 40) String awardReference,
        SchemeId schemeId,

        @Schema(description = "Whether it can be decided, and why")
        PriorNotice.State state,

        @Schema(description = "What is at stake, in whole kroner; 0 where it is no money")
        Kroner amount,

        @Schema(maxLength = 4000, description = "Why, as the person who sent it writes")
        String text,

        @Schema(description = "The instant at which it was sent (UTC)")
        Instant sentAt,

        @Schema(description = "The last day of the period") LocalDate answerBy,

        @Schema(maxItems = 50, description = "What the municipality has said, oldest first")
        List<Comment> comments,

        @Schema(description = "That the municipality has no more to say; absent until it says so") @Nullable
        Waiver waiver,

        @Schema(description = "The instant of the decision (UTC); absent until it is made") @Nullable
        Instant closedAt) {
    /** What the municipality says. */
    @Schema(name = "PriorNoticeComment")
    record Comment(
            @Schema(maxLength = 4000) String text,

            @Schema(maxLength = 200, description = "The person who answers for it")
            String by,

            @Schema(description = "The instant of it (UTC)") Instant at) {}

    /** That it has no more to say. */
    @Schema(name = "PriorNoticeWaiver")
    record Waiver(
            @Schema(maxLength = 200, description = "The person who answers for it")
            String by,

            @Schema(description = "The instant of it (UTC)") Instant at) {}

    static PriorNoticeResponse of(SeePriorNotices.Seen seen) {
        var notice = seen.notice();
        return new PriorNoticeResponse(
                notice.id(),
                notice.kind(),
                notice.about(),
                notice.award(),
                notice.reference(),
                notice.scheme(),
                seen.state(),
                notice.amount(),
                notice.text(),
                notice.sentAt(),
                notice.answerBy(),
                notice.comments().stream()
                        .map(one -> new Comment(one.text(), one.by(), one.at()))
                        .toList(),
                notice.waiver().map(one -> new Waiver(one.by(), one.at())).orElse(null),
                notice.closedAt().orElse(null));
    }
}
