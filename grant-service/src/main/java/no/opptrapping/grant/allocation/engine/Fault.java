package no.opptrapping.grant.allocation.engine;

import java.util.List;

/**
 * One rule that stands in the way of a division: which, where in the parameters (JSON pointer, RFC 6901, relative to
 * the model's own), and what its text is to name: amounts, numbers, lists of recipients, in the order of the text.
 */
public record Fault(AllocationRule broken, String pointer, List<Object> arguments) {
    public Fault {
        arguments = List.copyOf(arguments);
    }

    /** The same fault seen from a document in which these parameters lie deeper. */
    public Fault beneath(String prefix) {
        return new Fault(broken, prefix + pointer, arguments);
    }
}
