package no.opptrapping.grant.conversation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.opptrapping.grant.answers.PublishedAnswer;
import no.opptrapping.grant.answers.PublishedAnswers;
import no.opptrapping.grant.applications.Application;
import no.opptrapping.grant.applications.ApplicationId;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.access.CurrentCaller;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.KnownMunicipality;
import no.opptrapping.platform.time.BusinessDates;

/**
 * Makes an answer of the Directorate in a conversation public for the call, with its question, both in the adviser's
 * words: everybody who applies is told the same, and nobody is told who asked.
 */
@ApplicationScoped
public class PublishFromConversation {
    /** What became of it. */
    public sealed interface Outcome {
        /** Everybody can read it among the answers of the call. */
        record Published(PublishedAnswer answer) implements Outcome {}

        /** Rules stand in the way. */
        record Refused(List<BrokenRule> broken) implements Outcome {}

        /** The message is none of the Directorate's. */
        record NotAnAnswer() implements Outcome {}

        /** It was made public before in this language. */
        record PublishedBefore() implements Outcome {}

        /** Nothing that the caller may see is called so. */
        record Unknown() implements Outcome {}
    }

    /**
     * What everybody is to read.
     *
     * @param language of both texts
     */
    public record Words(String question, String answer, Language language) {}

    private final SeenApplication seenApplication;
    private final Conversations conversations;
    private final PublishedAnswers answers;
    private final KnownMunicipalities municipalities;
    private final Impartiality impartiality;
    private final CurrentCaller caller;
    private final AuditLog audit;
    private final Clock clock;

    PublishFromConversation(
            SeenApplication seenApplication,
            Conversations conversations,
            PublishedAnswers answers,
            KnownMunicipalities municipalities,
            Impartiality impartiality,
            CurrentCaller caller,
            AuditLog audit,
            Clock clock) {
        this.seenApplication = seenApplication;
        this.conversations = conversations;
        this.answers = answers;
        this.municipalities = municipalities;
        this.impartiality = impartiality;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes an answer public.
     *
     * @param id the message with the answer; it is made public once in each language
     */
    @Transactional
    public Outcome publish(ApplicationId application, MessageId id, Words words) {
        var seen = seenApplication.written(application);
        var message = seen.flatMap(one -> conversations.find(application, id));
        if (seen.isEmpty() || message.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("conversation.answer-published", seen.get().scheme());
        if (message.get().by() != Side.DIRECTORATE) {
            return new Outcome.NotAnAnswer();
        }
        var broken = broken(seen.get(), words);
        return broken.isEmpty() ? published(seen.get(), id, words) : new Outcome.Refused(broken);
    }

    private List<BrokenRule> broken(Application application, Words words) {
        return municipalities.byId(application.host(), BusinessDates.today(clock)).map(KnownMunicipality::name).stream()
                .flatMap(name -> Stream.of(
                                named(name, "/question", words.question()), named(name, "/answer", words.answer()))
                        .flatMap(Optional::stream))
                .toList();
    }

    private static Optional<BrokenRule> named(String municipality, String where, String text) {
        return Pattern.compile("(?U)\\b" + Pattern.quote(municipality) + "\\b")
                        .matcher(text)
                        .find()
                ? Optional.of(BrokenRule.of("conversation.names-who-asked", where, "name", municipality))
                : Optional.empty();
    }

    private Outcome published(Application application, MessageId id, Words words) {
        var made = new PublishedAnswer(
                UUID.randomUUID(),
                application.call(),
                words.question(),
                words.answer(),
                Optional.of(words.language()),
                caller.staff().subject(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!answers.addFrom(id.value(), made)) {
            return new Outcome.PublishedBefore();
        }
        audit.decision(
                "conversation.answer-published",
                application.id().toString(),
                Map.of("answer", made.id().toString(), "message", id.toString()));
        return new Outcome.Published(made);
    }
}
