package no.opptrapping.platform.illustration;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whether this service shows invented applications, awards and reports (<code>opptrapping.illustration=true</code>), and
 * how it says so. JSON answers get the field <code>illustration</code> by themselves; writers of other formats ask here.
 */
@ApplicationScoped
public class Illustration {
    /** The header that every answer of an illustration carries. */
    public static final String HEADER = "Opptrapping-Illustration";

    private final boolean on;
    private final Texts texts;

    Illustration(@ConfigProperty(name = "opptrapping.illustration", defaultValue = "false") boolean on, Texts texts) {
        this.on = on;
        this.texts = texts;
    }

    /** The notice in three languages, or empty if what is shown is real. */
    public Optional<LocalisedText> notice() {
        return on ? Optional.of(texts.text("illustration", Map.of())) : Optional.empty();
    }
}
