package no.opptrapping.grant.answers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.opptrapping.grant.calls.Call;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.calls.CallStatus;
import no.opptrapping.grant.calls.Calls;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/** Publishes the answer to a question about a call, so that nobody knows more than the others. */
@ApplicationScoped
public class PublishAnswer {
    /** What became of it. */
    public sealed interface Outcome {
        /** Everybody can read it. */
        record Published(PublishedAnswer answer) implements Outcome {}

        /** Nobody knows of the call yet. */
        record NotAnnounced() implements Outcome {}

        /** There is no such call. */
        record UnknownCall() implements Outcome {}
    }

    private final PublishedAnswers answers;
    private final Calls calls;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    PublishAnswer(PublishedAnswers answers, Calls calls, Impartiality impartiality, AuditLog audit, Clock clock) {
        this.answers = answers;
        this.calls = calls;
        this.impartiality = impartiality;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome publish(CallId id, String question, String answer, String by) {
        return calls.find(id).map(call -> publish(call, question, answer, by)).orElseGet(Outcome.UnknownCall::new);
    }

    private Outcome publish(Call call, String question, String answer, String by) {
        impartiality.require("call.answer-published", call.scheme());
        if (call.status() == CallStatus.DRAFT) {
            return new Outcome.NotAnnounced();
        }
        var published = new PublishedAnswer(
                UUID.randomUUID(),
                call.id(),
                question,
                answer,
                Optional.empty(),
                by,
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        answers.add(published);
        audit.decision(
                "call.answer-published",
                call.id().toString(),
                Map.of("answer", published.id().toString()));
        return new Outcome.Published(published);
    }
}
