package no.opptrapping.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import no.opptrapping.embedded.Topic;

/** Every topic of the system: what the services publish, and a dead letter topic for each listener. */
final class Topics {
    private static final int PARTITIONS = 6;
    private static final Set<String> COMPACTED = Set.of("municipality.v1", "indicator.v1");

    private Topics() {}

    static List<Topic> all() {
        var topics = new ArrayList<Topic>();
        for (var service : Service.values()) {
            for (var name : service.publishes()) {
                topics.add(new Topic(name, PARTITIONS, COMPACTED.contains(name)));
            }
            for (var name : service.listensTo()) {
                topics.add(new Topic(name + "." + service.directory() + ".dlq", 1, false));
            }
        }
        return topics;
    }
}
