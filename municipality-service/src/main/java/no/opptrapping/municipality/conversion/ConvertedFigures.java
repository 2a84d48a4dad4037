package no.opptrapping.municipality.conversion;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Kind;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.register.ConvertFigures;
import no.opptrapping.platform.register.Converted;
import no.opptrapping.platform.register.Figure;
import no.opptrapping.platform.register.Part;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.values.MunicipalityId;

/**
 * Figures in the structure of another date.
 *
 * @param items by number; a municipality that nothing came to is not among them
 * @param joint how figures of several municipalities were divided before they were passed on
 * @param total the sum of what was given, and exactly that of the items; of ratios their average by weight
 */
public record ConvertedFigures(
        LocalDate from, LocalDate to, Kind kind, List<Item> items, List<JointDivision> joint, long total) {
    /** What a converted figure is worth. */
    public enum Flag {
        /** The municipality's own figure; its number or name may have changed. */
        UNCHANGED,
        /** The sum of whole municipalities' figures, or the figure of one whose land it has. */
        SUMMED,
        /** A share that is an estimate went into it, or it was converted back over a structure change. */
        ESTIMATED,
        /** No figure was given for one of the municipalities that it is made of. */
        INCOMPLETE;

        /** The word in API answers. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** A part with the municipality that it came from, as it was called on the date of the given figures. */
    public record NamedPart(Listed from, Part part) {}

    /**
     * A municipality's figure.
     *
     * @param without the municipalities that it also came from and that no figure was given for
     */
    public record Item(Listed municipality, long value, Flag flag, List<NamedPart> parts, List<Listed> without) {}

    /** Puts the answer together. */
    static final class Maker {
        private final LocalDate from;
        private final LocalDate to;
        private final Kind kind;
        private final Passage passage;
        private final Map<MunicipalityId, Listed> before;
        private final List<Listed> after;

        Maker(Register register, Command command, Passage passage) {
            this.from = command.from();
            this.to = command.to();
            this.kind = command.kind();
            this.passage = passage;
            this.before = register.validOn(from).stream().collect(toMap(Listed::id, identity()));
            this.after = register.validOn(to);
        }

        /** The figures, each of which has a way, in the target structure. */
        ConvertedFigures make(Map<MunicipalityId, Figure> figures, List<JointDivision> joint) {
            var converted = new ConvertFigures(passage).convert(figures);
            var absent = absent(figures.keySet());
            var items = after.stream()
                    .filter(listed -> converted.containsKey(listed.id()))
                    .map(listed -> item(
                            listed,
                            converted.getOrDefault(listed.id(), new Converted(List.of())),
                            absent.getOrDefault(listed.id(), List.of())))
                    .toList();
            var total = figures.values().stream()
                    .mapToLong(figure -> figure.value().orElse(0L))
                    .reduce(0, Math::addExact);
            return made(items, joint, total);
        }

        ConvertedFigures made(List<Item> items, List<JointDivision> joint, long total) {
            return new ConvertedFigures(from, to, kind, items, joint, total);
        }

        List<Listed> after() {
            return after;
        }

        /** Who was not given a figure, by each municipality that would have got a part of it. */
        Map<MunicipalityId, List<Listed>> absent(Set<MunicipalityId> given) {
            return before.values().stream()
                    .filter(listed -> !given.contains(listed.id()))
                    .flatMap(listed -> passage.portionsOf(listed.id()).stream()
                            .filter(portion -> portion.weight().signum() > 0)
                            .map(portion -> Map.entry(portion.to(), listed)))
                    .collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        }

        private Item item(Listed listed, Converted converted, List<Listed> without) {
            var parts = converted.parts().stream()
                    .map(part -> new NamedPart(listedBefore(part.from()), part))
                    .sorted(Comparator.comparing(named -> named.from().number()))
                    .toList();
            return new Item(listed, converted.value().orElse(0L), flag(listed, converted, without), parts, without);
        }

        Listed listedBefore(MunicipalityId id) {
            var listed = before.get(id);
            if (listed == null) {
                throw new IllegalStateException("A figure of a municipality that is not valid on " + from + ": " + id);
            }
            return listed;
        }

        private static Flag flag(Listed listed, Converted converted, List<Listed> without) {
            if (!without.isEmpty()) {
                return Flag.INCOMPLETE;
            }
            if (converted.estimated()) {
                return Flag.ESTIMATED;
            }
            var own = converted.parts().size() == 1
                    && converted.parts().getFirst().from().equals(listed.id());
            return own ? Flag.UNCHANGED : Flag.SUMMED;
        }
    }
}
