package no.opptrapping.platform.events;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import no.opptrapping.platform.testing.RealInfrastructure;

/** A small service around the platform: it hears its own events of one topic and writes down what they said. */
public class EventsApplication implements QuarkusTestProfile {
    private static final String LOCATIONS = "db/migration,db/notes";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.ofEntries(
                Map.entry("quarkus.application.name", "platform-service"),
                Map.entry("mp.messaging.incoming.report.connector", "smallrye-kafka"),
                Map.entry("mp.messaging.incoming.report.topic", "report.v1"),
                Map.entry("mp.messaging.incoming.report.group.id", "platform-service"),
                Map.entry("mp.messaging.incoming.report.dead-letter-queue.topic", "report.v1.grant-service.dlq"),
                Map.entry("quarkus.flyway.locations", LOCATIONS),
                Map.entry("opptrapping.database.name", "platform"),
                Map.entry("opptrapping.outbox.relay", "true"),
                Map.entry("opptrapping.events.watch-every", "1s"));
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(
                RealInfrastructure.class,
                Map.of(RealInfrastructure.DATABASE, "platform", RealInfrastructure.LOCATIONS, LOCATIONS)));
    }
}
