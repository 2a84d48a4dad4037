package no.opptrapping.grant.applications.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.function.Function;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.applications.BudgetLineKind;
import no.opptrapping.grant.applications.MeasureCode;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a draft. All but the call may be missing until the draft is submitted. */
@Schema(name = "ApplicationDraft")
record ApplicationRequest(
        @Schema(required = true) CallId callId,
        @Valid @Nullable Contact contact,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid Measure> measures,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid Position> positions,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid BudgetLine> budgetLines,
        @Nullable Kroner asked,
        @Nullable Kroner ownShare,

        @Schema(maxItems = 100, description = "Of a joint application, the host among them; the shares sum to asked")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Valid Participant> participants,

        @Nullable Boolean commitment,
        @Nullable Kroner smallestUseful) {
    /** Whom to ask. */
    @Schema(name = "ApplicationDraftContact")
    record Contact(
            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String name,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String email,

            @Schema(maxLength = 40) @Size(max = 40) @MayBeBlank @Nullable
            String phone) {}

    /** One measure and what it costs. */
    @Schema(name = "ApplicationDraftMeasure")
    record Measure(
            @Nullable MeasureCode code,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String title,

            @Schema(maxLength = 4000) @Size(max = 4000) @MayBeBlank @Nullable
            String description,

            @Nullable Kroner amount) {}

    /** Positions; 100 percent is one full-time position. */
    @Schema(name = "ApplicationDraftPosition")
    record Position(
            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String title,

            @Schema(minimum = "1", maximum = "10000") @Min(-100_000) @Max(100_000) @Nullable
            Integer percent,

            @Schema(minimum = "1", maximum = "4") @Min(-100_000) @Max(100_000) @Nullable
            Integer year) {}

    /** A cost, or income that covers a part of the costs. */
    @Schema(name = "ApplicationDraftBudgetLine")
    record BudgetLine(
            @Nullable BudgetLineKind kind,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String text,

            @Nullable Kroner amount) {}

    /** A municipality's part of a joint application. */
    @Schema(name = "ApplicationDraftParticipant")
    record Participant(
            @Nullable MunicipalityNumber number, @Nullable Kroner share) {}

    /** The form of a withdrawal. */
    @Schema(name = "NewWithdrawal")
    record Withdrawal(
            @Schema(required = true, maxLength = 2000) @Size(max = 2000)
            String reason) {}

    /** The form of a release: which participant is set free. */
    @Schema(name = "NewRelease")
    record Release(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, maxLength = 2000) @Size(max = 2000)
            String reason) {}

    ApplicationContent content() {
        return new ApplicationContent(
                contact == null ? null : new ContactPerson(contact.name(), contact.email(), contact.phone()),
                lines(
                        measures,
                        line -> new MeasureLine(
                                line.code() == null ? null : line.code().code(),
                                line.title(),
                                line.description(),
                                line.amount())),
                lines(positions, line -> new PositionLine(line.title(), line.percent(), line.year())),
                lines(
                        budgetLines,
                        line -> new ApplicationContent.BudgetLine(
                                line.kind() == null ? null : line.kind().code(), line.text(), line.amount())),
                asked,
                ownShare,
                lines(participants, line -> new ParticipantLine(line.number(), line.share())),
                Boolean.TRUE.equals(commitment),
                smallestUseful == null ? Kroner.ZERO : smallestUseful);
    }

    private static <F, L> List<L> lines(@Nullable List<F> written, Function<F, L> line) {
        return written == null ? List.of() : written.stream().map(line).toList();
    }
}
