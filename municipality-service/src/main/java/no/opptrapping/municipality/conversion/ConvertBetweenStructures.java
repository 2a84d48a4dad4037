package no.opptrapping.municipality.conversion;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.opptrapping.municipality.registry.CurrentRegister;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Converts somebody's figures from the municipality structure of one date to that of another, forward or back, so that
 * their total is the same to the unit and every share that was used is named.
 */
@ApplicationScoped
public class ConvertBetweenStructures {
    private final CurrentRegister currentRegister;
    private final PopulationFigures populations;

    ConvertBetweenStructures(CurrentRegister currentRegister, PopulationFigures populations) {
        this.currentRegister = currentRegister;
        this.populations = populations;
    }

    /**
     * A figure of one municipality, or one figure of several together.
     *
     * @param numbers whose; none if that could not be read
     * @param value whole, 0 or more
     * @param weight of a ratio: what it is weighed by, above 0; empty if none was given
     * @param pointer where it stands in what was asked
     */
    public record Given(List<Named> numbers, long value, Optional<BigDecimal> weight, String pointer) {
        /** A figure that is not weighed. */
        public Given(List<Named> numbers, long value, String pointer) {
            this(numbers, value, Optional.empty(), pointer);
        }
    }

    /** What sort of figures they are, and with that what becomes of them. */
    public enum Kind {
        /** What can be added up: persons, kroner, man-years. */
        QUANTITY,
        /** What cannot: figures for each inhabitant, indices, percentages. They are averaged by their weights. */
        RATIO;

        /** The word in the API. */
        @JsonValue
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A municipality number, and where it was written. */
    public record Named(MunicipalityNumber number, String pointer) {}

    /**
     * What to convert.
     *
     * @param figures of one municipality each
     * @param joint of several municipalities each
     */
    public record Command(LocalDate from, LocalDate to, Kind kind, List<Given> figures, List<Given> joint) {
        /** Quantities. */
        public Command(LocalDate from, LocalDate to, List<Given> figures, List<Given> joint) {
            this(from, to, Kind.QUANTITY, figures, joint);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        record Done(ConvertedFigures figures) implements Outcome {}

        record Rejected(List<BrokenRule> broken) implements Outcome {}
    }

    /** Converts the figures, or names every one that cannot be. */
    @Transactional
    public Outcome convert(Command command) {
        return new StructureConversion(currentRegister.get().register(), populations).convert(command);
    }
}
