package no.opptrapping.embedded;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The topics between the services, as a single broker on one machine has them. */
public final class Topics {
    private static final int PARTITIONS = 3;

    /** Who publishes what; compacted topics keep the last record of each key for ever. */
    private record Owned(String topic, boolean compacted) {}

    private static final Map<String, List<Owned>> BY_OWNER = Map.of(
            "municipality-service",
            List.of(
                    new Owned("municipality.v1", true),
                    new Owned("indicator.v1", true),
                    new Owned("county-governor-office.v1", true)),
            "grant-service",
            List.of(
                    new Owned("scheme.v1", false),
                    new Owned("call.v1", false),
                    new Owned("application.v1", false),
                    new Owned("award.v1", false),
                    new Owned("payment.v1", false),
                    new Owned("carry-over.v1", false),
                    new Owned("claim.v1", false),
                    new Owned("framework-allocation.v1", false),
                    new Owned("letter.v1", false)),
            "reporting-service",
            List.of(new Owned("obligation.v1", false), new Owned("report.v1", false)));

    private Topics() {}

    /** Every topic, and for each service that may listen to it the one where it sets bad records aside. */
    public static List<Topic> all() {
        var topics = new ArrayList<Topic>();
        BY_OWNER.forEach((owner, owned) -> owned.forEach(each -> {
            topics.add(new Topic(each.topic(), PARTITIONS, each.compacted()));
            BY_OWNER.keySet().stream()
                    .filter(service -> !service.equals(owner))
                    .forEach(listener -> topics.add(new Topic(deadLetters(each.topic(), listener), 1, false)));
        }));
        return List.copyOf(topics);
    }

    /** Where a service sets aside the records of a topic that it cannot use. */
    public static String deadLetters(String topic, String service) {
        return topic + "." + service + ".dlq";
    }
}
