package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.forms.Answers;
import no.opptrapping.platform.body.MayBeBlank;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant has written so far. Every part may be missing while it is a draft, and every amount may be wrong;
 * {@link SubmissionRules} says what a submission asks for.
 *
 * @param ownShare the municipality's own money beside the grant; missing counts as none
 * @param participants of a joint application, the host among them; empty when the municipality applies alone
 * @param commitment that the measures go on when the money is no longer earmarked
 * @param smallestUseful below which amount the money is of no use; zero when any amount is
 * @param filledInBy who has filled it in, where the scheme asks for another to sign
 * @param formVersion the version of the call's form that is answered; null when the call has none, or had none when this
 *     was written
 * @param answers what is answered to the questions of the form, by their names; always an object
 * @param origins where what was copied, and not changed since, comes from
 * @param renewalOf the applications of an earlier year that it was begun as a renewal of
 */
public record ApplicationContent(
        @Nullable ContactPerson contact,
        List<MeasureLine> measures,
        List<PositionLine> positions,
        List<BudgetLine> budgetLines,
        @Nullable Kroner asked,
        @Nullable Kroner ownShare,
        List<ParticipantLine> participants,
        boolean commitment,
        Kroner smallestUseful,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Signatory filledInBy,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer formVersion,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) JsonNode answers,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Origin> origins,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ApplicationId> renewalOf) {

    /** Whom to ask about the application. */
    public record ContactPerson(
            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String name,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String email,

            @Schema(maxLength = 40) @Size(max = 40) @MayBeBlank @Nullable
            String phone) {}

    /** One measure (<i>tiltak</i>) and what it costs. */
    public record MeasureLine(
            @Nullable MeasureCode code,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String title,

            @Schema(maxLength = 4000) @Size(max = 4000) @MayBeBlank @Nullable
            String description,

            @Nullable Kroner amount) {}

    /** Positions that the money is for; 100 percent is one full-time position. */
    public record PositionLine(
            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String title,

            @Schema(description = "1 to 10 000 in what is submitted; 100 is one full-time position")
            @Min(-100_000)
            @Max(100_000)
            @Nullable
            Integer percent,

            @Schema(description = "The year in the project: 1 to 4 in what is submitted")
            @Min(-100_000)
            @Max(100_000)
            @Nullable
            Integer year) {}

    /** A cost, or income that covers a part of the costs; both are positive amounts. */
    public record BudgetLine(
            @Nullable BudgetLineKind kind,

            @Schema(maxLength = 200) @Size(max = 200) @MayBeBlank @Nullable
            String text,

            @Nullable Kroner amount) {}

    /** A municipality's part of a joint application. */
    public record ParticipantLine(
            @Nullable MunicipalityNumber number,
            @Nullable Kroner share,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Valid @Nullable
            WrittenConsent writtenConsent) {
        /** One that has not put its consent in writing. */
        public ParticipantLine(@Nullable MunicipalityNumber number, @Nullable Kroner share) {
            this(number, share, null);
        }

        /** Who is to have nothing is asked for no consent, and is not bound. */
        boolean hasShare() {
            return share != null && share.isPositive();
        }
    }

    /**
     * A participant's consent in writing, which the host answers for: with the share of its line.
     *
     * @param signedBy who signed it at the participant
     */
    @Schema(name = "WrittenConsent")
    public record WrittenConsent(
            @Schema(required = true) @Valid Signatory signedBy,

            @Schema(required = true, description = "The day it was signed")
            LocalDate signedOn) {}

    public ApplicationContent {
        measures = List.copyOf(measures);
        positions = List.copyOf(positions);
        budgetLines = List.copyOf(budgetLines);
        participants = List.copyOf(participants);
        // Older ones, and what applicants send, have none of these.
        answers = answers instanceof ObjectNode ? answers : Answers.none();
        origins = origins == null ? List.of() : List.copyOf(origins);
        renewalOf = renewalOf == null ? List.of() : List.copyOf(renewalOf);
    }

    /** The same, with answers to a version of the form. */
    ApplicationContent answering(int version, ObjectNode with) {
        return with(asked, participants, smallestUseful, version, with, origins, renewalOf);
    }

    /** The answers, by the names of the questions. */
    ObjectNode answersByName() {
        return answers instanceof ObjectNode object ? object : Answers.none();
    }

    /**
     * The same as a renewal of earlier applications, with its marks.
     *
     * @param byPlace where what stands at a pointer, and beneath it, comes from
     */
    public ApplicationContent copied(Map<String, List<Origin.Source>> byPlace, List<ApplicationId> from) {
        return with(asked, participants, smallestUseful, formVersion, answers, Origins.of(this, byPlace), from);
    }

    /** The same written in place of what was there before: what is as it was keeps its mark. */
    ApplicationContent after(ApplicationContent before) {
        return with(
                asked,
                participants,
                smallestUseful,
                formVersion,
                answers,
                Origins.kept(before, this),
                before.renewalOf());
    }

    /** The same, without marks. */
    ApplicationContent unmarked() {
        return with(asked, participants, smallestUseful, formVersion, answers, List.of(), List.of());
    }

    /** The same, asked for by these and no others; one that is left alone does not apply together with anybody. */
    ApplicationContent sharedBy(List<ParticipantShare> shares) {
        var sum = Kroner.sum(shares.stream().map(ParticipantShare::share).toList());
        var lines = shares.size() < 2
                ? List.<ParticipantLine>of()
                : shares.stream()
                        .map(one -> new ParticipantLine(one.number(), one.share(), consentOf(one.number())))
                        .toList();
        return with(sum, lines, smallestUseful.min(sum), formVersion, answers, origins, renewalOf);
    }

    private ApplicationContent with(
            @Nullable Kroner sum,
            List<ParticipantLine> sharedBy,
            Kroner smallest,
            @Nullable Integer version,
            JsonNode answered,
            List<Origin> marks,
            List<ApplicationId> renewed) {
        return new ApplicationContent(
                contact,
                measures,
                positions,
                budgetLines,
                sum,
                ownShare,
                sharedBy,
                commitment,
                smallest,
                filledInBy,
                version,
                answered,
                marks,
                renewed);
    }

    private @Nullable WrittenConsent consentOf(MunicipalityNumber number) {
        return participants.stream()
                .filter(one -> number.equals(one.number()))
                .flatMap(one -> Optional.ofNullable(one.writtenConsent()).stream())
                .findFirst()
                .orElse(null);
    }

    /** Whether several municipalities apply together. */
    @JsonIgnore
    public boolean isJoint() {
        return !participants.isEmpty();
    }
}
