package no.opptrapping.embedded;

/**
 * A topic that must exist when the broker is ready.
 *
 * @param partitions at least one
 * @param compacted whether the last record of each key is kept forever; otherwise every record is
 */
public record Topic(String name, int partitions, boolean compacted) {
    public Topic {
        if (!name.matches("[A-Za-z0-9._-]{1,200}") || partitions < 1) {
            throw new IllegalArgumentException("Not a topic: " + name + " with " + partitions + " partitions");
        }
    }
}
