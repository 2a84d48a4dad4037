package no.opptrapping.grant.priornotices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.awards.AwardId;
import no.opptrapping.grant.schemes.SchemeId;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.OrganisationNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A prior notice (<i>forhåndsvarsel</i>): the municipality is told of a decision before it is made, and can say what it has to
 * say within a period (forvaltningsloven § 16), or that it has nothing to say.
 *
 * @param subject what is to be decided: a claim, an award, an appeal
 * @param about its address, a path of this service
 * @param reference the award's
 * @param recipient the award's recipient; whoever bears its duties answers
 * @param version 1 when it is sent, one more for each answer
 * @param amount what is at stake; zero where it is no money
 * @param text what the person who sent it writes
 * @param answerBy the last day of the period
 * @param comments what the municipality has said, oldest first
 * @param waiver that it has no more to say
 * @param closedAt when the decision was made; nothing is said after that
 */
public record PriorNotice(
        PriorNoticeId id,
        PriorNoticeKind kind,
        UUID subject,
        String about,
        AwardId award,
        String reference,
        SchemeId scheme,
        MunicipalityId recipient,
        long version,
        Kroner amount,
        String text,
        String sentBy,
        Instant sentAt,
        LocalDate answerBy,
        List<Comment> comments,
        Optional<Waiver> waiver,
        Optional<Instant> closedAt) {
    /** Where it stands on a day. */
    @Schema(name = "PriorNoticeState")
    public enum State {
        /** The period runs, and the municipality has not said anything. */
        WAITING,
        /** The municipality has commented. */
        COMMENTED,
        /** The municipality has nothing to say, or nothing more. */
        WAIVED,
        /** The period has ended without a word. */
        ENDED,
        /** What it is about is decided. */
        CLOSED;

        /** The word for it in JSON. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Whether what it is about can be decided. */
        boolean isHeard() {
            return this == COMMENTED || this == WAIVED || this == ENDED;
        }
    }

    /**
     * What the municipality says of it.
     *
     * @param by the person who answers for it
     * @param organisation who that person writes for: the municipality, or who may act for it
     */
    public record Comment(int number, String text, String by, OrganisationNumber organisation, Instant at) {}

    /** That it has nothing, or no more, to say. */
    public record Waiver(String by, OrganisationNumber organisation, Instant at) {}

    public PriorNotice {
        comments = List.copyOf(comments);
    }

    /** Where it stands on the day, in Norway. */
    public State state(LocalDate today) {
        if (closedAt.isPresent()) {
            return State.CLOSED;
        }
        if (waiver.isPresent()) {
            return State.WAIVED;
        }
        if (!comments.isEmpty()) {
            return State.COMMENTED;
        }
        return today.isAfter(answerBy) ? State.ENDED : State.WAITING;
    }

    PriorNotice commented(Comment comment) {
        var all = new ArrayList<>(comments);
        all.add(comment);
        return with(all, waiver, closedAt);
    }

    PriorNotice waived(Waiver by) {
        return with(comments, Optional.of(by), closedAt);
    }

    PriorNotice closed(Instant at) {
        return with(comments, waiver, Optional.of(at));
    }

    private PriorNotice with(List<Comment> all, Optional<Waiver> waived, Optional<Instant> closed) {
        return new PriorNotice(
                id,
                kind,
                subject,
                about,
                award,
                reference,
                scheme,
                recipient,
                version + 1,
                amount,
                text,
                sentBy,
                sentAt,
                answerBy,
                all,
                waived,
                closed);
    }
}
