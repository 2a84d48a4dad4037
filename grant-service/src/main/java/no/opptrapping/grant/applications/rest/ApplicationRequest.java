package no.opptrapping.grant.applications.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationContent;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.grant.applications.Completion;
import no.opptrapping.grant.applications.Signatory;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.forms.Answers;
import no.opptrapping.grant.forms.ExactJson;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form of a draft. All but the call may be missing until the draft is submitted. */
@Schema(name = "ApplicationDraft")
record ApplicationRequest(
        @Schema(required = true) CallId callId,
        @Valid @Nullable ContactPerson contact,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid MeasureLine> measures,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid PositionLine> positions,
        @Schema(maxItems = 100) @Size(max = 100) @Nullable List<@NotNull @Valid BudgetLine> budgetLines,
        @Nullable Kroner asked,
        @Nullable Kroner ownShare,

        @Schema(maxItems = 100, description = "Of a joint application, the host among them; the shares sum to asked")
        @Size(max = 100)
        @Nullable
        List<@NotNull @Valid ParticipantLine> participants,

        @Nullable Boolean commitment,
        @Nullable Kroner smallestUseful,
        @Valid @Nullable Signatory filledInBy,

        @Schema(
                description = "The version of the call's form that is answered; left out: the one it asks now",
                minimum = "1")
        @Nullable
        Integer formVersion,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                implementation = Object.class,
                description = "What is answered to the questions of the call's form, by their names")
        @JsonDeserialize(using = ExactJson.class)
        @Nullable
        JsonNode answers)
        implements OwnRules {
    /** The form of a return for completion. */
    @Schema(name = "NewReturn")
    record Return(
            @Schema(required = true, minItems = 1, maxItems = 50) @Size(min = 1, max = 50)
            List<@NotNull @Valid Remark> remarks,

            @Schema(required = true, description = "The last day, in Norway, on which it can be submitted again")
            LocalDate lastDay) {
        /** What is to be completed. */
        @Schema(name = "NewRemark")
        record Remark(
                @Schema(required = true, maxLength = 200, examples = "/measures/0/description")
                @Size(max = 200)
                @MayBeBlank
                String pointer,

                @Schema(required = true, maxLength = 2000) @Size(max = 2000)
                String text) {}

        List<Completion.Remark> given() {
            return remarks.stream()
                    .map(remark -> new Completion.Remark(remark.pointer(), remark.text()))
                    .toList();
        }
    }

    /** The form of a participant's answer. */
    @Schema(name = "NewConsent")
    record Consent(
            @Schema(required = true, description = "Whether the municipality takes part")
            Boolean agreed,

            @Schema(required = true, description = "The share it was asked for, in whole kroner")
            Kroner share,

            @Schema(required = true) @Valid Signatory answeredBy,

            @Schema(maxLength = 2000) @Size(max = 2000) @Nullable
            String reason) {}

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

    @Override
    public List<BrokenRule> broken() {
        return answers == null || answers.isNull() || answers.isObject()
                ? List.of()
                : List.of(BrokenRule.of("body.not-an-object", "/answers"));
    }

    /** What was written of a draft, as it could be sent again. */
    static ApplicationRequest of(Application draft) {
        var content = draft.content();
        return new ApplicationRequest(
                draft.call(),
                content.contact(),
                content.measures(),
                content.positions(),
                content.budgetLines(),
                content.asked(),
                content.ownShare(),
                content.participants(),
                content.commitment(),
                content.smallestUseful(),
                content.filledInBy(),
                null,
                content.answers());
    }

    ApplicationContent content() {
        return new ApplicationContent(
                contact,
                orNone(measures),
                orNone(positions),
                orNone(budgetLines),
                asked,
                ownShare,
                orNone(participants),
                Boolean.TRUE.equals(commitment),
                smallestUseful == null ? Kroner.ZERO : smallestUseful,
                filledInBy,
                formVersion,
                answers == null ? Answers.none() : answers,
                List.of(),
                List.of());
    }

    private static <L> List<L> orNone(@Nullable List<L> lines) {
        return lines == null ? List.of() : lines;
    }
}
