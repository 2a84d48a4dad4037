package no.opptrapping.grant.letters;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.grant.known.KnownMunicipalities;
import no.opptrapping.platform.access.AuditLog;
import no.opptrapping.platform.time.BusinessDates;
import no.opptrapping.platform.values.MunicipalityNumber;

/** Chooses what letters to a municipality are sent through from now on; without a choice that is its feed. */
@ApplicationScoped
public class ChooseChannel {
    /** What became of it. */
    public sealed interface Outcome {
        /** It is so. */
        record Chosen(Deliveries.Chosen choice) implements Outcome {}

        /** There is no such channel here, or it is off. */
        record ChannelOff(List<String> on) implements Outcome {}

        /** There is no such municipality today. */
        record Unknown() implements Outcome {}
    }

    private final Deliveries deliveries;
    private final List<LetterChannel> channels;
    private final KnownMunicipalities municipalities;
    private final AuditLog audit;
    private final Clock clock;

    ChooseChannel(
            Deliveries deliveries,
            @All List<LetterChannel> channels,
            KnownMunicipalities municipalities,
            AuditLog audit,
            Clock clock) {
        this.deliveries = deliveries;
        this.channels = channels;
        this.municipalities = municipalities;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public Outcome choose(MunicipalityNumber number, String channel, String by) {
        var municipality = municipalities.byNumber(number, BusinessDates.today(clock));
        if (municipality.isEmpty()) {
            return new Outcome.Unknown();
        }
        var on = channels.stream()
                .filter(LetterChannel::isOn)
                .map(LetterChannel::name)
                .sorted()
                .toList();
        if (!on.contains(channel)) {
            return new Outcome.ChannelOff(on);
        }
        var choice = new Deliveries.Chosen(
                municipality.get().id(), channel, by, clock.instant().truncatedTo(ChronoUnit.MICROS));
        deliveries.choose(choice);
        audit.decision("letter-channel.chosen", municipality.get().id().toString(), Map.of("channel", channel));
        return new Outcome.Chosen(choice);
    }

    /** What letters to the municipality are sent through; empty when there is no such municipality today. */
    @Transactional
    public Optional<String> of(MunicipalityNumber number) {
        return municipalities
                .byNumber(number, BusinessDates.today(clock))
                .map(one -> deliveries.channelOf(one.id()).orElse(OwnFeed.NAME));
    }
}
