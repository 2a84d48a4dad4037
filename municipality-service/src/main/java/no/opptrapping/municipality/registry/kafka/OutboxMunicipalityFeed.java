package no.opptrapping.municipality.registry.kafka;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Optional;
import no.opptrapping.municipality.registry.Municipality;
import no.opptrapping.municipality.registry.MunicipalityFeed;
import no.opptrapping.municipality.registry.NamesInLanguages;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.municipality.registry.Representation;
import no.opptrapping.municipality.registry.Representations;
import no.opptrapping.platform.events.Outbox;
import no.opptrapping.platform.events.OutgoingEvent;
import no.opptrapping.platform.values.MunicipalityId;

/** Tells of municipalities through the outbox, each when what is told of it differs from last time. */
@ApplicationScoped
class OutboxMunicipalityFeed
        implements MunicipalityFeed, PanacheRepositoryBase<MunicipalityAnnouncementEntity, MunicipalityId> {
    private final Representations representations;
    private final NamesInLanguages names;
    private final Outbox outbox;
    private final ObjectMapper mapper;

    OutboxMunicipalityFeed(
            Representations representations, NamesInLanguages names, Outbox outbox, ObjectMapper mapper) {
        this.representations = representations;
        this.names = names;
        this.outbox = outbox;
        this.mapper = mapper;
    }

    @Override
    @Transactional(Transactional.TxType.MANDATORY)
    public int announceChanges(Register register) {
        var told = listAll().stream().collect(toMap(announcement -> announcement.municipality, identity()));
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
            var announcement = Optional.ofNullable(told.get(municipality.id()))
                    .orElseGet(() -> new MunicipalityAnnouncementEntity(municipality.id()));
            if (!announcement.fingerprint.equals(fingerprint)) {
                announcement.fingerprint = fingerprint;
                announcement.version++;
                persist(announcement);
                events.add(event(content, announcement.version));
            }
        }
        outbox.append(events);
        return events.size();
    }

    @Override
    public long version(MunicipalityId id) {
        return findByIdOptional(id).map(announcement -> announcement.version).orElse(0L);
    }

    private static OutgoingEvent event(MunicipalityV1 content, long version) {
        var id = content.municipalityId().toString();
        return new OutgoingEvent(
                MunicipalityV1.TOPIC, id, "no.opptrapping." + MunicipalityV1.TOPIC, id, version, content);
    }

    private String fingerprint(MunicipalityV1 content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(mapper.writeValueAsBytes(content)));
        } catch (JsonProcessingException | NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("A municipality cannot be written", impossible);
        }
    }
}
