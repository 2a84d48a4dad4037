package no.opptrapping.platform.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What this request was denied, until it is answered: no transaction is open then, so that recording it never waits for a
 * connection while it holds one, and is not undone with what was denied.
 */
@RequestScoped
class Denials {
    private final List<Denial> waiting = new ArrayList<>();

    /** One refusal. */
    record Denial(String what, String subject, Map<String, String> details) {
        Denial {
            details = Map.copyOf(details);
        }
    }

    void add(Denial denial) {
        waiting.add(denial);
    }

    /** All of them, each once. */
    List<Denial> take() {
        var taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }
}
