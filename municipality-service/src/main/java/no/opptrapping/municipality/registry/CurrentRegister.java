package no.opptrapping.municipality.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.opptrapping.platform.values.MunicipalityId;
import org.jspecify.annotations.Nullable;

/**
 * The register as it is now. It is small and seldom changes, so it is held in memory and read again when another
 * revision is stored, whichever instance of the service stored it.
 */
@ApplicationScoped
public class CurrentRegister {
    private final Municipalities municipalities;
    private final NamesInLanguages names;
    private final AtomicReference<@Nullable Revision> held = new AtomicReference<>();

    CurrentRegister(Municipalities municipalities, NamesInLanguages names) {
        this.municipalities = municipalities;
        this.names = names;
    }

    /** The register in one of its states, with the names in every language that were adopted by then. */
    public record Revision(long number, Register register, Map<MunicipalityId, OfficialNames> names) {
        public Revision {
            names = Map.copyOf(names);
        }

        /** Whether the municipality's name, in any of its languages, begins with the text. */
        public boolean isCalled(Listed listed, String text) {
            return SearchName.matches(listed.name(), text)
                    || Optional.ofNullable(names.get(listed.id())).stream()
                            .flatMap(official -> official.names().stream())
                            .anyMatch(name -> SearchName.matches(name.name(), text));
        }
    }

    /** The register in its newest state. */
    @Transactional
    public Revision get() {
        var newest = municipalities.revision();
        var known = held.get();
        if (known != null && known.number() == newest) {
            return known;
        }
        var read = new Revision(newest, municipalities.load(), names.all());
        held.set(read);
        return read;
    }
}
