package no.opptrapping.grant.letters;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.opptrapping.grant.impartiality.Impartiality;
import no.opptrapping.platform.access.AuditLog;

/** Sends a letter that could not be delivered anew, through the channel that somebody of the Directorate chooses. */
@ApplicationScoped
public class DeliverAgain {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is on its way. */
        record Sent(Letter letter) implements Outcome {}

        /** It has been delivered already. */
        record DeliveredBefore() implements Outcome {}

        /** There is no such channel here, or it is off. */
        record ChannelOff(List<String> on) implements Outcome {}

        /** There is no such letter. */
        record Unknown() implements Outcome {}
    }

    private final Letters letters;
    private final Deliveries deliveries;
    private final List<LetterChannel> channels;
    private final Impartiality impartiality;
    private final AuditLog audit;
    private final Clock clock;

    DeliverAgain(
            Letters letters,
            Deliveries deliveries,
            @All List<LetterChannel> channels,
            Impartiality impartiality,
            AuditLog audit,
            Clock clock) {
        this.impartiality = impartiality;
        this.letters = letters;
        this.deliveries = deliveries;
        this.channels = channels;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome send(LetterId id, String channel) {
        var found = letters.find(id);
        if (found.isEmpty()) {
            return new Outcome.Unknown();
        }
        impartiality.require("letter.sent-again", found.get().scheme());
        var on = channels.stream()
                .filter(LetterChannel::isOn)
                .map(LetterChannel::name)
                .sorted()
                .toList();
        if (!on.contains(channel)) {
            return new Outcome.ChannelOff(on);
        }
        if (!deliveries.again(id, channel, clock.instant().truncatedTo(ChronoUnit.MICROS))) {
            return new Outcome.DeliveredBefore();
        }
        audit.decision("letter.sent-again", id.toString(), Map.of("channel", channel));
        return letters.find(id).<Outcome>map(Outcome.Sent::new).orElseGet(Outcome.Unknown::new);
    }
}
