package no.opptrapping.grant.letters;

import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.register.Succession;
import no.opptrapping.platform.rounds.Rounds;
import no.opptrapping.platform.time.BusinessDates;
import org.jboss.logging.Logger;

/**
 * Delivers letters through the channel of each municipality, and follows them until they are there: from then on the
 * periods run that the letter speaks of. What fails is tried again for some days, and is then work for a person.
 */
@ApplicationScoped
public class DeliverLetters {
    private static final Logger LOG = Logger.getLogger(DeliverLetters.class);
    private static final int MOST_A_ROUND = 200;
    private static final int MOST_ATTEMPTS = 30;
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(4);

    private final Letters letters;
    private final Deliveries deliveries;
    private final PrintLetters printLetters;
    private final List<LetterChannel> channels;
    private final KeepReceipts receipts;
    private final KnownMunicipalities municipalities;
    private final Rounds rounds;
    private final Clock clock;

    DeliverLetters(
            Letters letters,
            Deliveries deliveries,
            PrintLetters printLetters,
            @All List<LetterChannel> channels,
            KeepReceipts receipts,
            KnownMunicipalities municipalities,
            Rounds rounds,
            Clock clock) {
        this.letters = letters;
        this.deliveries = deliveries;
        this.printLetters = printLetters;
        this.channels = channels;
        this.receipts = receipts;
        this.municipalities = municipalities;
        this.rounds = rounds;
        this.clock = clock;
    }

    /** Delivers what it is time for; one that fails does not stop the others. */
    @Scheduled(
            every = "${opptrapping.letters.deliver-every:10s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
            skipExecutionIf = Scheduled.ApplicationNotRunning.class)
    public void look() {
        rounds.each("deliver-letters", this::due, this::deliver);
    }

    private List<LetterId> due() {
        return QuarkusTransaction.requiringNew().call(() -> deliveries.due(clock.instant(), MOST_A_ROUND));
    }

    void deliver(LetterId id) {
        var found = QuarkusTransaction.requiringNew().call(() -> {
            var standing = deliveries.lock(id);
            // Who else comes by while it is being sent finds that its time has not come.
            standing.ifPresent(_ -> deliveries.later(id, clock.instant().plus(BETWEEN_QUESTIONS), false));
            return standing.flatMap(one -> letters.find(id).map(letter -> new Turn(one, outgoing(letter, one))));
        });
        found.ifPresent(turn -> {
            var progress = progress(turn);
            QuarkusTransaction.requiringNew().run(() -> keep(turn, progress));
        });
    }

    private record Turn(Deliveries.Standing standing, Outgoing outgoing) {}

    private Outgoing outgoing(Letter letter, Deliveries.Standing standing) {
        var today = BusinessDates.today(clock);
        var recipient = letter.recipient().municipality();
        var to = municipalities
                .byId(recipient, today)
                .or(() -> municipalities.succession(recipient, today).map(Succession::answering));
        return new Outgoing(letter, to, standing.reference(), standing.attempts());
    }

    private Optional<LetterChannel.Progress> progress(Turn turn) {
        var channel = channels.stream()
                .filter(one -> one.name().equals(turn.standing().channel()))
                .filter(LetterChannel::isOn)
                .findFirst();
        if (channel.isEmpty()) {
            return Optional.of(new LetterChannel.Progress.Undeliverable(
                    "The channel " + turn.standing().channel() + " is not on"));
        }
        try {
            var letter = turn.outgoing().letter();
            return Optional.of(turn.standing()
                    .reference()
                    .map(reference -> channel.get().follow(turn.outgoing(), reference))
                    .orElseGet(() -> channel.get()
                            .send(turn.outgoing(), () -> printLetters.document(letter, letter.language()))));
        } catch (RuntimeException failure) {
            LOG.warnf(
                    failure,
                    "Letter %s could not be sent through %s",
                    turn.standing().letter(),
                    channel.get().name());
            return Optional.empty();
        }
    }

    private void keep(Turn turn, Optional<LetterChannel.Progress> progress) {
        var id = turn.standing().letter();
        if (deliveries.lock(id).isEmpty()) {
            return;
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (progress.isEmpty()) {
            failed(turn, now);
            return;
        }
        switch (progress.get()) {
            case LetterChannel.Progress.Delivered(var at, var opened) -> {
                receipts.delivered(turn.outgoing().letter(), at);
                opened.ifPresent(when -> receipts.opened(turn.outgoing().letter(), when));
            }
            case LetterChannel.Progress.OnItsWay(var reference) ->
                deliveries.onItsWay(id, reference, now.plus(BETWEEN_QUESTIONS));
            case LetterChannel.Progress.NotYet() -> deliveries.later(id, now.plus(BETWEEN_QUESTIONS), false);
            case LetterChannel.Progress.Undeliverable(var why) -> deliveries.givenUp(id, why);
        }
    }

    private void failed(Turn turn, Instant now) {
        var attempts = turn.standing().attempts() + 1;
        if (attempts >= MOST_ATTEMPTS) {
            deliveries.givenUp(turn.standing().letter(), "It could not be sent in " + attempts + " attempts");
            return;
        }
        var pause = BETWEEN_QUESTIONS.multipliedBy(1L << Math.min(attempts - 1, 6));
        deliveries.later(
                turn.standing().letter(), now.plus(pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause), true);
    }
}
