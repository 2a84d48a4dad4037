package no.opptrapping.grant.allocation.engine;

import java.util.Map;

/**
 * One rule that stands in the way of a division: which, where in the parameters (JSON pointer, RFC 6901, relative to
 * the model's own), and what its text is to name: amounts, numbers, lists of recipients, by {@link AllocationRule#names}.
 */
public record Fault(AllocationRule broken, String pointer, Map<String, Object> arguments) {
    public Fault {
        arguments = Map.copyOf(arguments);
    }

    /** The same fault seen from a document in which these parameters lie deeper. */
    public Fault beneath(String prefix) {
        return new Fault(broken, prefix + pointer, arguments);
    }
}
