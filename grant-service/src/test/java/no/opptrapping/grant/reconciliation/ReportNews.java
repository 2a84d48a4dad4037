package no.opptrapping.grant.reconciliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The reporting service, as far as this one hears of it. */
@ApplicationScoped
class ReportNews {
    private final String broker;

    ReportNews(@ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.broker = broker;
    }

    /**
     * A report as the reporting service would tell of it.
     *
     * @param accounts of each award what was received, spent and unspent, and what was carried in where something was
     */
    record Told(
            UUID report,
            MoneyWorld.Municipality municipality,
            long version,
            String status,
            Map<String, long[]> accounts,
            int year,
            String dueOn) {
        Told(
                UUID report,
                MoneyWorld.Municipality municipality,
                long version,
                String status,
                Map<String, long[]> accounts) {
            this(report, municipality, version, status, accounts, 2025, "2026-03-01");
        }
    }

    /** Tells the broker of a report, the given number of times. */
    void tell(Told told, int times) {
        var event = UUID.randomUUID().toString();
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker), new StringSerializer(), new StringSerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var i = 0; i < times; i++) {
                var record = new ProducerRecord<>(
                        "report.v1", told.municipality().id().toString(), json(told));
                Map.of(
                                "ce_specversion", "1.0",
                                "ce_id", event,
                                "ce_type", "no.opptrapping.report.v1",
                                "ce_source", "/reporting-service",
                                "ce_subject", told.report().toString(),
                                "ce_time", "2026-03-01T10:00:00Z",
                                "ce_aggregateversion", Long.toString(told.version()),
                                "content-type", "application/json")
                        .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
                sent.add(producer.send(record));
            }
            for (var one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException failure) {
            throw new IllegalStateException("The broker did not take the report", failure);
        }
    }

    private static String json(Told told) {
        var approved = told.status().equals("approved") || told.status().equals("corrected");
        var accounts = told.accounts().entrySet().stream()
                .map(account -> "{\"awardId\":\"%s\"%s,\"received\":%d,\"spent\":%d,\"unspent\":%d,\"ownShare\":0}"
                        .formatted(
                                account.getKey(),
                                account.getValue().length < 4 ? "" : ",\"carriedIn\":" + account.getValue()[3],
                                account.getValue()[0],
                                account.getValue()[1],
                                account.getValue()[2]))
                .toList();
        return "{\"reportId\":\"%s\",\"version\":%d,\"status\":\"%s\",\"municipalityId\":\"%s\",\"number\":\"%s\",\"year\":%d,\"dueOn\":\"%s\",\"submittedAt\":%s,\"approvedAt\":%s,\"awards\":[%s],\"manYears\":\"12.50\"}"
                .formatted(
                        told.report(),
                        told.version(),
                        told.status(),
                        told.municipality().id(),
                        told.municipality().number(),
                        told.year(),
                        told.dueOn(),
                        told.status().equals("opened") ? "null" : "\"" + (told.year() + 1) + "-02-20T10:00:00Z\"",
                        approved ? "\"2026-03-01T10:00:00Z\"" : "null",
                        String.join(",", accounts));
    }
}
