package no.opptrapping.municipality.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.municipality.lineage.SplitPart;

/**
 * One change of the municipality structure, as a feed of changes tells it: mergers, splits, renumberings, renamings.
 *
 * @param before who there was on the day before
 * @param after who there was on the day
 * @param parts of a split: who took over which part; otherwise empty
 * @param reason of a split: why the duty-bearer is who it is, as a code
 */
public record RegisterChange(
        LocalDate on,
        Kind kind,
        List<Listed> before,
        List<Listed> after,
        List<SplitPart> parts,
        Optional<String> reason) {
    public RegisterChange {
        before = List.copyOf(before);
        after = List.copyOf(after);
        parts = List.copyOf(parts);
    }

    /** What happened. */
    public enum Kind {
        MERGER,
        SPLIT,
        /** Another number, and maybe another name. */
        RENUMBERING,
        /** Another name only. */
        RENAMING;

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
