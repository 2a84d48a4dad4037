package no.opptrapping.platform.register;

import java.util.List;

/**
 * Who answers on a date for what was once a municipality's.
 *
 * @param answering the municipality itself while it exists
 * @param steps how it came there, oldest first; empty while the municipality exists
 */
public record Succession(KnownMunicipality answering, List<Takeover> steps) {
    public Succession {
        steps = List.copyOf(steps);
    }
}
