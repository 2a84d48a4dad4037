package no.opptrapping.platform.register;

import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityId;

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

    /** Whose figures are not known, so that the sum is not. */
    public List<MunicipalityId> missing() {
        return parts.stream()
                .filter(part -> part.value().isEmpty())
                .map(Part::from)
                .toList();
    }

    /** The weakest status of what went into it. */
    public FigureStatus status() {
        return FigureStatus.weakest(parts.stream().map(Part::status).toList());
    }

    /** Whether an estimate went into it. */
    public boolean estimated() {
        return status() == FigureStatus.ESTIMATED;
    }

    /** Value and status without the parts. */
    public Figure figure() {
        return value().map(value -> Figure.known(value, status())).orElse(Figure.UNKNOWN);
    }
}
