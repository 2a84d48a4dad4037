package no.opptrapping.municipality.conversion;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.NumberLookup;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * Finds the municipalities that a list of figures names, each once, and remembers every number that stands for nobody on
 * the date, with who stands there instead.
 */
public final class NumbersOnDate {
    private final Register register;
    private final LocalDate date;
    private final Set<MunicipalityNumber> named = new HashSet<>();
    private final List<BrokenRule> faults = new ArrayList<>();

    public NumbersOnDate(Register register, LocalDate date) {
        this.register = register;
        this.date = date;
    }

    /** Everything that is wrong with the numbers so far. */
    public List<BrokenRule> faults() {
        return List.copyOf(faults);
    }

    /** The municipality; empty and a fault at the pointer if the number is no number, in use by nobody, or was named before. */
    public Optional<Listed> find(String text, String pointer) {
        return MunicipalityNumber.parse(text)
                .map(number -> find(number, pointer))
                .orElseGet(() -> fault("municipality.bad-number", pointer));
    }

    /** The municipality; empty and a fault at the pointer if the number is in use by nobody, or was named before. */
    public Optional<Listed> find(MunicipalityNumber number, String pointer) {
        return switch (register.find(number, date)) {
            case NumberLookup.Valid(var listed) -> once(listed, pointer);
            case NumberLookup.Ceased(var old, var last, var on, var successors) ->
                fault(
                        "municipality.ceased",
                        pointer,
                        "number",
                        old.value(),
                        "name",
                        last.name(),
                        "on",
                        on,
                        "successors",
                        numbers(successors),
                        "successorNames",
                        inText(successors));
            case NumberLookup.NotYet(var coming, var first, var from, var predecessors) ->
                fault(
                        "municipality.not-yet",
                        pointer,
                        "number",
                        coming.value(),
                        "name",
                        first.name(),
                        "from",
                        from,
                        "predecessors",
                        numbers(predecessors),
                        "predecessorNames",
                        inText(predecessors));
            case NumberLookup.Unknown(var unknown) -> fault("municipality.unknown", pointer, "number", unknown.value());
        };
    }

    private Optional<Listed> once(Listed listed, String pointer) {
        return named.add(listed.number())
                ? Optional.of(listed)
                : fault(
                        "conversion.duplicate-number",
                        pointer,
                        "number",
                        listed.number().value());
    }

    private Optional<Listed> fault(String code, String pointer, Object... arguments) {
        faults.add(BrokenRule.of(code, pointer, arguments));
        return Optional.empty();
    }

    private static List<String> numbers(List<Listed> several) {
        return several.stream().map(one -> one.number().value()).toList();
    }

    private static List<String> inText(List<Listed> several) {
        return several.stream().map(one -> one.number() + " " + one.name()).toList();
    }
}
