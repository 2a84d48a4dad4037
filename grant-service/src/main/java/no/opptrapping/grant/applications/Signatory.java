package no.opptrapping.grant.applications;

import jakarta.validation.constraints.Size;
import java.util.Locale;
import no.opptrapping.platform.body.Name;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person at a municipality, by name and function, as the municipality's own system states them. */
@Schema(name = "Signatory")
public record Signatory(
        @Schema(required = true, maxLength = 200) @Size(max = 200) @Name
        String name,

        @Schema(required = true, maxLength = 200, examples = "Kommunedirektør") @Size(max = 200) @Name
        String function) {
    /** Whether both names are of one person, whatever the case and the spaces. */
    boolean isSameAs(Signatory other) {
        return plain(name).equals(plain(other.name));
    }

    private static String plain(String name) {
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
