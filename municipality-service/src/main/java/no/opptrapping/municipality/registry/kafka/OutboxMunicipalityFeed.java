package no.opptrapping.municipality.registry.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Optional;
import no.opptrapping.municipality.registry.Announcement;
import no.opptrapping.municipality.registry.Announcements;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.NamesInLanguages;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.registry.Representations;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.MunicipalityId;
import no.opptrapping.platform.values.Sha256;

/** Tells of municipalities through the outbox, each when what is told of it differs from last time. */
@ApplicationScoped
class OutboxMunicipalityFeed implements MunicipalityFeed {
    private final Announcements announcements;
    private final Representations representations;
    private final NamesInLanguages names;
    private final Outbox outbox;
    private final ObjectMapper mapper;

    OutboxMunicipalityFeed(
            Announcements announcements,
            Representations representations,
            NamesInLanguages names,
            Outbox outbox,
            ObjectMapper mapper) {
        this.announcements = announcements;
        this.representations = representations;
        this.names = names;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int announceChanges(Register register) {
        var told = announcements.all();
        var represented = representations.all();
        var official = names.all();
        var events = new ArrayList<OutgoingEvent>();
        for (var municipality : register.municipalities().stream()
                .sorted(Comparator.comparing(Municipality::firstNumber).thenComparing(Municipality::id))
                .toList()) {
            var content = MunicipalityV1.of(
                    municipality,
                    register,
                    represented.getOrDefault(municipality.id(), Representation.NONE),
                    Optional.ofNullable(official.get(municipality.id())));
            var fingerprint = fingerprint(content);
            var last = told.getOrDefault(municipality.id(), Announcement.NONE);
            if (!last.fingerprint().equals(fingerprint)) {
                var announcement = new Announcement(last.version() + 1, fingerprint);
                announcements.keep(municipality.id(), announcement);
                events.add(event(content, announcement.version()));
            }
        }
        outbox.append(events);
        return events.size();
    }

    @Override
    public long version(MunicipalityId id) {
        return announcements.of(id).orElse(Announcement.NONE).version();
    }

    private static OutgoingEvent event(MunicipalityV1 content, long version) {
        var id = content.municipalityId().toString();
        return new OutgoingEvent(
                MunicipalityV1.TOPIC, id, "no.opptrapping." + MunicipalityV1.TOPIC, id, version, content);
    }

    private String fingerprint(MunicipalityV1 content) {
        try {
            return Sha256.of(mapper.writeValueAsBytes(content));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A municipality cannot be written", impossible);
        }
    }
}
