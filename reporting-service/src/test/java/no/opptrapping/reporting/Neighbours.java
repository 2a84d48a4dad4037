package no.opptrapping.reporting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The other services, as far as this one can see them: what they publish on their topics. */
@ApplicationScoped
public class Neighbours {
    private static final JsonMapper JSON = new JsonMapper();

    private final KafkaProducer<String, String> producer;

    Neighbours(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker, "acks", "all"), new StringSerializer(), new StringSerializer());
    }

    @PreDestroy
    void close() {
        producer.close();
    }

    /** One event as a service publishes it; sent again it is the same event. */
    public record Sent(String id, String topic, String key, String subject, long version, String data) {}

    /** Number and name of a municipality, from one day until another; null where there is none. */
    public record Period(
            String number,
            String name,
            @Nullable String from,
            @Nullable String to) {}

    public Sent municipality(String id, String number, String name, String organisation) {
        return municipality(id, 1, new Period(number, name, null, null), organisation, "");
    }

    public Sent municipality(String id, long version, Period period, String organisation, String successors) {
        var from = quoted(period.from());
        var to = quoted(period.to());
        return event("municipality.v1", id, id, version, """
                {"municipalityId":"%s","foundedOn":%s,"ceasedOn":%s,
                 "versions":[{"number":"%s","name":"%s","from":%s,"to":%s}],"predecessors":[],"successors":[%s],
                 "organisationNumbers":[{"number":"%s","from":%s,"to":%s}]}
                """.formatted(
                        id, from, to, period.number(), period.name(), from, to, successors, organisation, from, to));
    }

    /** The same as {@link #municipality}, and that an organisation may report for it from one day until another. */
    public Sent represented(Sent municipality, String organisation, String from, String to) {
        var representatives = """
                ,"representatives":[{"organisationNumber":"%s","kind":"host","tasks":["report"],"from":"%s","to":"%s"}]}
                """.formatted(organisation, from, to);
        var data = municipality.data().strip();
        return event(
                municipality.topic(),
                municipality.key(),
                municipality.subject(),
                municipality.version() + 1,
                data.substring(0, data.length() - 1) + representatives);
    }

    private static String quoted(@Nullable String date) {
        return date == null ? "null" : '"' + date + '"';
    }

    public Sent indicator(String code, int year, String structureDate, Map<String, String> values) {
        var rows = JSON.createArrayNode();
        new LinkedHashMap<>(values)
                .forEach((number, value) -> rows.addObject()
                        .put("number", number)
                        .put("municipalityId", UUID.randomUUID().toString())
                        .put("value", value));
        var subject = code + "/" + year + "/" + structureDate + "/1";
        return event("indicator.v1", subject, subject, 1, """
                {"code":"%s","kind":"quantity","name":{"nb":"n","nn":"n","en":"n"},"unit":"persons","year":%d,
                 "structureDate":"%s","version":1,"status":"final","source":"SSB","licence":"CC BY 4.0",
                 "values":%s,"joint":[]}
                """.formatted(code, year, structureDate, rows));
    }

    public Sent award(String awardId, long version, String status, String recipient, String number, long amount) {
        var participants =
                "[{\"municipalityId\":\"%s\",\"number\":\"%s\",\"amount\":%d}]".formatted(recipient, number, amount);
        return award(awardId, version, status, recipient, number, amount, participants);
    }

    public Sent award(
            String awardId,
            long version,
            String status,
            String recipient,
            String number,
            long amount,
            String participants) {
        return event("award.v1", awardId, awardId, version, """
                {"awardId":"%s","reference":"T-2025-1","version":%d,"status":"%s","schemeId":"%s","schemeCode":"rus",
                 "schemeName":{"nb":"Kommunalt rusarbeid","nn":"Kommunalt rusarbeid","en":"Municipal substance-use work"},
                 "chapter":"765","item":"62","year":2025,
                 "recipient":{"municipalityId":"%s","number":"%s","name":"A"},"amount":%d,"participants":%s,
                 "applicationId":null,"runId":"%s",
                 "measures":[{"code":"early-intervention","title":"Early","amount":%d}],
                 "reporting":{"opensOn":"2019-01-15","dueOn":"2026-03-01","form":"is-24-8","size":"full",
                              "auditorThreshold":200000},
                 "decidedOn":"2025-04-01","acceptedOn":null}
                """.formatted(
                        awardId,
                        version,
                        status,
                        UUID.randomUUID(),
                        recipient,
                        number,
                        amount,
                        participants,
                        UUID.randomUUID(),
                        amount));
    }

    /** The same award, whose report opens on another day. */
    public Sent opening(Sent award, String day) {
        return event(
                award.topic(),
                award.key(),
                award.subject(),
                award.version(),
                award.data().replaceFirst("\"opensOn\":\"[^\"]*\"", "\"opensOn\":\"" + day + "\""));
    }

    public Sent payment(String paymentId, long version, String status, String awardId, String recipient, long amount) {
        return event("payment.v1", awardId, paymentId, version, """
                {"paymentId":"%s","version":%d,"status":"%s","awardId":"%s","municipalityId":"%s","year":2025,
                 "amount":%d,"paidOn":null}
                """.formatted(
                        paymentId, version, status, awardId, recipient, amount));
    }

    public Sent frameworkAllocation(String allocationId, String municipality, String number, long amount) {
        return frameworkAllocation(allocationId, 1, municipality, number, amount);
    }

    /** What was decided first, or what a correction made of it. */
    public Sent frameworkAllocation(
            String allocationId, long version, String municipality, String number, long amount) {
        return event("framework-allocation.v1", municipality, allocationId, version, """
                {"allocationId":"%s","version":%d,"runId":"%s","schemeId":"%s","chapter":"571","item":"60",
                 "incorporatedFrom":{"schemeId":"%s","chapter":"765","item":"62"},"year":2026,
                 "municipalityId":"%s","number":"%s","before":1,"framework":1,"compensation":0,"deduction":0,"net":0,
                 "amount":%d,
                 "reporting":{"opensOn":"2027-01-15","dueOn":"2027-03-01","form":"is-24-8","size":"simple"}}
                """.formatted(
                        allocationId,
                        version,
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        municipality,
                        number,
                        amount));
    }

    /** What is carried over of an award of 2025 to 2026, by its version; reported on from January 2027. */
    public Sent carryOver(
            String carryOverId, long version, String awardId, String recipient, String number, long carriedOver) {
        return event("carry-over.v1", awardId, carryOverId, version, """
                {"carryOverId":"%s","version":%d,"state":"settled","awardId":"%s","awardReference":"T-2025-1",
                 "schemeId":"%s","schemeCode":"rus","fromYear":2025,"toYear":2026,
                 "recipient":{"municipalityId":"%s","number":"%s","name":"A"},"unspent":%d,"carriedOver":%d,
                 "reporting":{"opensOn":"2027-01-15","dueOn":"2027-03-01","form":"is-24-8","size":"simple"}}
                """.formatted(
                        carryOverId, version, awardId, UUID.randomUUID(), recipient, number, carriedOver, carriedOver));
    }

    private static Sent event(String topic, String key, String subject, long version, String data) {
        return new Sent(UUID.randomUUID().toString(), topic, key, subject, version, data);
    }

    /** An event with content of its own, for example another owner's approved sample. */
    public Sent event(String topic, String key, String subject, long version, JsonNode data) {
        return event(topic, key, subject, version, data.toString());
    }

    /** Publishes the events in this order; on one topic and key they arrive in it. */
    public void publish(Sent... events) {
        for (var event : events) {
            publish(event);
        }
    }

    private void publish(Sent event) {
        var record = new ProducerRecord<>(event.topic(), event.key(), compact(event.data()));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        event.id(),
                        "ce_type",
                        "no.opptrapping." + event.topic(),
                        "ce_source",
                        "/test",
                        "ce_subject",
                        event.subject(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_aggregateversion",
                        Long.toString(event.version()),
                        "content-type",
                        "application/json")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(record).get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        } catch (ExecutionException notSent) {
            throw new AssertionError(notSent);
        }
    }

    private static String compact(String data) {
        try {
            return JSON.readTree(data).toString();
        } catch (JsonProcessingException mistake) {
            throw new AssertionError(mistake);
        }
    }
}
