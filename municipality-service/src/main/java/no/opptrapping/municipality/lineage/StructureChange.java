package no.opptrapping.municipality.lineage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A change in which a municipality ceased and others took over (<i>sammenslåing</i>, <i>deling</i>). Renumberings and
 * renamings are no structure changes: the municipality goes on with a new version.
 */
public sealed interface StructureChange {
    /** The first day of the new structure. */
    LocalDate on();

    /** What tells it from every other change: its day, and who came of it or ceased. */
    String key();

    /**
     * Several municipalities become one.
     *
     * @param before those that were merged, the successor itself among them when it keeps number and organisation
     *     number
     */
    record Merger(LocalDate on, List<Party> before, Party after) implements StructureChange {
        public Merger {
            before = List.copyOf(before);
            if (before.isEmpty()) {
                throw new IllegalArgumentException("A merger has predecessors: " + after);
            }
        }

        @Override
        public String key() {
            return on + "/merger/" + after.number();
        }
    }

    /**
     * One municipality is divided among several; exactly one of them bears its duties.
     *
     * @param reason why that one, as a code with a text in the messages of the room
     */
    record Split(LocalDate on, Party before, List<SplitPart> parts, String reason) implements StructureChange {
        public Split {
            parts = List.copyOf(parts);
            if (parts.size() < 2) {
                throw new IllegalArgumentException("A split has at least two parts: " + before);
            }
            if (parts.stream().filter(SplitPart::dutyBearer).count() != 1) {
                throw new IllegalArgumentException("A split has one duty-bearer: " + before);
            }
            var sum = parts.stream().map(SplitPart::share).reduce(BigDecimal.ZERO, BigDecimal::add);
            if (sum.compareTo(BigDecimal.ONE) != 0) {
                throw new IllegalArgumentException("The shares of " + before + " sum to " + sum);
            }
            var land = parts.stream().flatMap(part -> part.territory().stream()).toList();
            if (Set.copyOf(land).size() < land.size()) {
                throw new IllegalArgumentException("A territory of " + before + " went to two successors");
            }
        }

        @Override
        public String key() {
            return on + "/split/" + before.number();
        }
    }
}
