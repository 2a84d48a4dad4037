package no.opptrapping.grant.applications.rest;

import java.util.List;
import no.opptrapping.grant.applications.BudgetLineKind;
import no.opptrapping.grant.applications.MeasureCode;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form of a draft, for the API's description: {@link ApplicationBody} reads it so that all faults are found. All but
 * the call may be missing until the draft is submitted.
 */
@Schema(name = "ApplicationDraft")
record ApplicationRequest(
        @Schema(required = true) CallId callId,
        @Nullable Contact contact,
        @Schema(maxItems = 100) @Nullable List<Measure> measures,
        @Schema(maxItems = 100) @Nullable List<Position> positions,
        @Schema(maxItems = 100) @Nullable List<BudgetLine> budgetLines,
        @Nullable Kroner asked,
        @Nullable Kroner ownShare,

        @Schema(maxItems = 100, description = "Of a joint application, the host among them; the shares sum to asked")
        @Nullable
        List<Participant> participants,

        @Nullable Boolean commitment,
        @Nullable Kroner smallestUseful) {
    /** Whom to ask. */
    @Schema(name = "ApplicationDraftContact")
    record Contact(
            @Schema(maxLength = 200) @Nullable String name,
            @Schema(maxLength = 200) @Nullable String email,
            @Schema(maxLength = 40) @Nullable String phone) {}

    /** One measure and what it costs. */
    @Schema(name = "ApplicationDraftMeasure")
    record Measure(
            @Nullable MeasureCode code,
            @Schema(maxLength = 200) @Nullable String title,
            @Schema(maxLength = 4000) @Nullable String description,
            @Nullable Kroner amount) {}

    /** Positions; 100 percent is one full-time position. */
    @Schema(name = "ApplicationDraftPosition")
    record Position(
            @Schema(maxLength = 200) @Nullable String title,

            @Schema(minimum = "1", maximum = "10000") @Nullable
            Integer percent,

            @Schema(minimum = "1", maximum = "4") @Nullable Integer year) {}

    /** A cost, or income that covers a part of the costs. */
    @Schema(name = "ApplicationDraftBudgetLine")
    record BudgetLine(
            @Nullable BudgetLineKind kind,
            @Schema(maxLength = 200) @Nullable String text,
            @Nullable Kroner amount) {}

    /** A municipality's part of a joint application. */
    @Schema(name = "ApplicationDraftParticipant")
    record Participant(
            @Nullable MunicipalityNumber number, @Nullable Kroner share) {}

    /** The form of a withdrawal. */
    @Schema(name = "NewWithdrawal")
    record Withdrawal(
            @Schema(required = true, maxLength = 2000) String reason) {}
}
