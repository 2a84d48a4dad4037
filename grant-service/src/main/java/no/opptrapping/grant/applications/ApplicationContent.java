package no.opptrapping.grant.applications;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an applicant has written so far. Every part may be missing while it is a draft, and every amount may be wrong;
 * {@link SubmissionRules} says what a submission asks for.
 *
 * @param ownShare the municipality's own money beside the grant; missing counts as none
 * @param participants of a joint application, the host among them; empty when the municipality applies alone
 * @param commitment that the measures go on when the money is no longer earmarked
 * @param smallestUseful below which amount the money is of no use; zero when any amount is
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
        Kroner smallestUseful) {

    /** Whom to ask about the application. */
    public record ContactPerson(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone) {}

    /** One measure (<i>tiltak</i>): a code of {@link MeasureCode} and what it costs. */
    public record MeasureLine(
            @Nullable String code,
            @Nullable String title,
            @Nullable String description,
            @Nullable Kroner amount) {}

    /** Positions that the money is for. */
    public record PositionLine(
            @Nullable String title,
            @Nullable Integer percent,
            @Nullable Integer year) {}

    /** One line of the budget: a kind of {@link BudgetLineKind}; costs and income alike are positive amounts. */
    public record BudgetLine(
            @Nullable String kind,
            @Nullable String text,
            @Nullable Kroner amount) {}

    /** A municipality's part of a joint application. */
    public record ParticipantLine(
            @Nullable MunicipalityNumber number, @Nullable Kroner share) {}

    public ApplicationContent {
        measures = List.copyOf(measures);
        positions = List.copyOf(positions);
        budgetLines = List.copyOf(budgetLines);
        participants = List.copyOf(participants);
    }

    /** The same, asked for by these and no others; one that is left alone does not apply together with anybody. */
    ApplicationContent sharedBy(List<ParticipantShare> shares) {
        var sum = Kroner.sum(shares.stream().map(ParticipantShare::share).toList());
        var lines = shares.size() < 2
                ? List.<ParticipantLine>of()
                : shares.stream()
                        .map(one -> new ParticipantLine(one.number(), one.share()))
                        .toList();
        return new ApplicationContent(
                contact, measures, positions, budgetLines, sum, ownShare, lines, commitment, smallestUseful.min(sum));
    }

    /** Whether several municipalities apply together. */
    @JsonIgnore
    public boolean isJoint() {
        return !participants.isEmpty();
    }
}
