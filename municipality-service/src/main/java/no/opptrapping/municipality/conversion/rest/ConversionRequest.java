package no.opptrapping.municipality.conversion.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Kind;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Named;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The form of a conversion. Figures with decimals are converted as whole numbers of the last decimal's unit, so that they
 * are divided as exactly as whole ones.
 *
 * @param from the figures are of the municipalities valid on this day
 * @param to they are wanted of the municipalities valid on this day, earlier or later
 * @param kind quantity (what can be added up: persons, kroner, man-years), as it is unless said, or ratio (what cannot:
 *     figures for each inhabitant, indices, percentages), which is averaged by the weights
 */
@Schema(name = "ConversionRequest")
record ConversionRequest(
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,

        @Schema(
                implementation = String.class,
                enumeration = {"quantity", "ratio"},
                defaultValue = "quantity")
        @Nullable
        Kind kind,

        @Schema(maxItems = 1000) @Size(max = 1000) @Nullable List<@Valid GivenFigure> figures,

        @Schema(maxItems = MOST_JOINT) @Size(max = MOST_JOINT) @Nullable
        List<@Valid GivenTogether> joint) {
    static final int MOST_JOINT = 100;
    /** As many of these as there may be figures add up to no more than a long holds. */
    private static final long MOST_UNITS = 8_000_000_000_000_000L;

    /** A figure of one municipality or several. */
    sealed interface Written {
        WrittenFigure value();

        /** Whose it is, of those that could be read. */
        List<Named> named(String pointer);

        Optional<BigDecimal> weighedBy();
    }

    /**
     * One municipality's figure.
     *
     * @param weight of a ratio, and then required: what it is a ratio to, above 0, for example the inhabitants
     */
    @Schema(name = "GivenFigure")
    record GivenFigure(
            @Schema(required = true) MunicipalityNumber number,

            @Schema(required = true, implementation = FigureSchema.class)
            WrittenFigure value,

            @Schema(implementation = FigureSchema.class) @Nullable
            WrittenWeight weight)
            implements Written {
        @Override
        public List<Named> named(String pointer) {
            return Stream.ofNullable(number)
                    .map(one -> new Named(one, pointer + "/number"))
                    .toList();
        }

        @Override
        public Optional<BigDecimal> weighedBy() {
            return Optional.ofNullable(weight).map(WrittenWeight::value);
        }
    }

    /** One figure of several municipalities, where there is none for each. */
    @Schema(name = "GivenJointFigure")
    record GivenTogether(
            @Schema(required = true, minItems = 2, maxItems = MOST_JOINT) @Size(max = MOST_JOINT)
            List<MunicipalityNumber> numbers,

            @Schema(required = true, implementation = FigureSchema.class)
            WrittenFigure value)
            implements Written {
        @Override
        public List<Named> named(String pointer) {
            return numbered(numbers, (number, index) -> new Named(number, pointer + "/numbers/" + index));
        }

        @Override
        public Optional<BigDecimal> weighedBy() {
            return Optional.empty();
        }
    }

    /** The figures that are too large for the decimals that they all have, of those that could be read. */
    List<BrokenRule> tooLarge() {
        return Stream.of(beyond(figures, "/figures/"), beyond(joint, "/joint/"))
                .flatMap(List::stream)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What to convert, of what could be read; nothing without the two dates. */
    Optional<Command> command() {
        return Optional.ofNullable(from)
                .flatMap(first -> Optional.ofNullable(to)
                        .map(second -> new Command(
                                first,
                                second,
                                Objects.requireNonNullElse(kind, Kind.QUANTITY),
                                given(figures, "/figures/"),
                                given(joint, "/joint/"))));
    }

    /** Of the figure that has most of them. */
    int decimals() {
        return Stream.of(figures, joint)
                .flatMap(Stream::ofNullable)
                .flatMap(List::stream)
                .flatMap(Stream::ofNullable)
                .flatMap(written -> Stream.ofNullable(written.value()))
                .mapToInt(figure -> Math.max(0, figure.value().scale()))
                .max()
                .orElse(0);
    }

    private List<Optional<BrokenRule>> beyond(@Nullable List<? extends Written> list, String pointer) {
        var decimals = decimals();
        return numbered(
                list,
                (written, index) ->
                        written.value() == null || units(written, decimals).isPresent()
                                ? Optional.empty()
                                : Optional.of(BrokenRule.of(
                                        "body.out-of-range",
                                        pointer + index + "/value",
                                        "least",
                                        0,
                                        "most",
                                        BigDecimal.valueOf(MOST_UNITS, decimals))));
    }

    private List<Given> given(@Nullable List<? extends Written> list, String pointer) {
        var decimals = decimals();
        return numbered(
                list,
                (written, index) -> new Given(
                        written.named(pointer + index),
                        units(written, decimals).orElse(0L),
                        written.weighedBy(),
                        pointer + index));
    }

    /** The figure in units of its last decimal; empty if it has too many of them, or could not be read. */
    private static Optional<Long> units(Written written, int decimals) {
        return Optional.ofNullable(written.value())
                .map(figure -> figure.value().movePointRight(decimals))
                .filter(units -> units.compareTo(BigDecimal.valueOf(MOST_UNITS)) <= 0)
                .map(BigDecimal::longValueExact);
    }

    /** Something for each part that could be read, with its place in the list. */
    private static <P, T> List<T> numbered(@Nullable List<? extends P> list, BiFunction<P, Integer, T> made) {
        var parts = list == null ? List.<P>of() : list;
        return IntStream.range(0, parts.size())
                .filter(index -> parts.get(index) != null)
                .mapToObj(index -> made.apply(parts.get(index), index))
                .toList();
    }
}
