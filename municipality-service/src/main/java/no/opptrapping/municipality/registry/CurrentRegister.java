package no.opptrapping.municipality.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The register as it is now. It is small and seldom changes, so it is held in memory and read again when another
 * revision is stored, whichever instance of the service stored it.
 */
@ApplicationScoped
public class CurrentRegister {
    private final Municipalities municipalities;
    private final AtomicReference<@Nullable Revision> held = new AtomicReference<>();

    CurrentRegister(Municipalities municipalities) {
        this.municipalities = municipalities;
    }

    /** The register in one of its states. */
    public record Revision(long number, Register register) {}

    /** The register in its newest state. */
    @Transactional
    public Revision get() {
        var newest = municipalities.revision();
        var known = held.get();
        if (known != null && known.number() == newest) {
            return known;
        }
        var read = new Revision(newest, municipalities.load());
        held.set(read);
        return read;
    }
}
