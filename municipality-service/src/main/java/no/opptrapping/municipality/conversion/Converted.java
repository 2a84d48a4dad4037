package no.opptrapping.municipality.conversion;

import java.util.List;
import java.util.Optional;

/** A municipality's figure in the target structure, with all that it is made of. */
public record Converted(List<Part> parts) {
    public Converted {
        parts = List.copyOf(parts);
    }

    /** The sum of the parts; not known if one of them is not. */
    public Optional<Long> value() {
        return parts.stream()
                .map(Part::value)
                .reduce((one, other) -> one.flatMap(mine -> other.map(theirs -> Math.addExact(mine, theirs))))
                .orElseGet(Optional::empty);
    }

    /** Whether an estimate went into it. */
    public boolean estimated() {
        return parts.stream().anyMatch(Part::estimated);
    }

    /** Value and estimate without the parts. */
    public Figure figure() {
        return new Figure(value(), value().isPresent() && estimated());
    }
}
