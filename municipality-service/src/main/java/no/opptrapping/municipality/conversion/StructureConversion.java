package no.opptrapping.municipality.conversion;

import static java.util.stream.Collectors.toMap;

import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Command;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Given;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Kind;
import no.opptrapping.municipality.conversion.ConvertBetweenStructures.Outcome;
import no.opptrapping.municipality.registry.Listed;
import no.opptrapping.municipality.registry.Register;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.register.Figure;
import no.opptrapping.platform.register.FigureStatus;
import no.opptrapping.platform.register.NearestPopulation;
import no.opptrapping.platform.register.Passage;
import no.opptrapping.platform.register.PopulationFigures;
import no.opptrapping.platform.values.MunicipalityId;

/** The rules of a conversion that somebody asks for: what can be converted, which way, and what the answer says. */
final class StructureConversion {
    private final Register register;
    private final PopulationFigures populations;

    StructureConversion(Register register, PopulationFigures populations) {
        this.register = register;
        this.populations = new RememberedPopulations(populations);
    }

    /** Converts the figures, or names every one that cannot be. */
    Outcome convert(Command command) {
        var broken = new ArrayList<BrokenRule>();
        requireKnown(command.from(), "/from", broken);
        requireKnown(command.to(), "/to", broken);
        if (command.figures().isEmpty() && command.joint().isEmpty()) {
            broken.add(BrokenRule.of("conversion.nothing-to-convert", "/figures"));
        }
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        return converted(command);
    }

    private static void requireKnown(LocalDate date, String pointer, List<BrokenRule> broken) {
        if (date.isBefore(Register.BEGINNING)) {
            broken.add(BrokenRule.of("conversion.before-the-register", pointer, "beginning", Register.BEGINNING));
        }
    }

    private Outcome converted(Command command) {
        var numbers = new NumbersOnDate(register, command.from());
        var own = new HashMap<MunicipalityId, Given>();
        for (var given : command.figures()) {
            for (var named : given.numbers()) {
                numbers.find(named.number(), named.pointer()).ifPresent(listed -> own.put(listed.id(), given));
            }
        }
        var broken = new ArrayList<BrokenRule>();
        var joint = command.joint().stream()
                .flatMap(given -> together(given, numbers, Year.from(command.from()), broken).stream())
                .toList();
        var passage = passage(command);
        own.forEach((id, given) -> requireWay(passage, id, given.pointer(), broken));
        joint.forEach(division -> division.parts()
                .keySet()
                .forEach(listed -> requireWay(passage, listed.id(), division.pointer(), broken)));
        broken.addAll(numbers.faults());
        if (command.kind() == Kind.RATIO) {
            requireWeights(command, broken);
        }
        if (!broken.isEmpty()) {
            return new Outcome.Rejected(broken);
        }
        if (command.kind() == Kind.RATIO) {
            return new Outcome.Done(new AveragedFigures(register, command, passage).of(own));
        }
        var figures = own.entrySet().stream()
                .collect(toMap(
                        Map.Entry::getKey,
                        entry -> Figure.known(entry.getValue().value())));
        for (var division : joint) {
            var reunited = division.comesTogether(passage);
            division.parts().forEach((listed, value) -> {
                var figure = Figure.known(value);
                figures.put(listed.id(), reunited ? figure : Figure.known(value, FigureStatus.ESTIMATED));
            });
        }
        return new Outcome.Done(new ConvertedFigures.Maker(register, command, passage).make(figures, joint));
    }

    private static void requireWeights(Command command, List<BrokenRule> broken) {
        command.figures().stream()
                .filter(given -> given.weight().isEmpty())
                .forEach(given ->
                        broken.add(BrokenRule.of("conversion.ratio-needs-weights", given.pointer() + "/weight")));
        command.joint().forEach(given -> broken.add(BrokenRule.of("conversion.ratio-of-several", given.pointer())));
    }

    private Passage passage(Command command) {
        return Passage.between(
                register.lineage().descent(),
                command.from(),
                command.to(),
                register.validOn(command.to()).stream().map(Listed::id).toList(),
                populations);
    }

    private static void requireWay(Passage passage, MunicipalityId id, String pointer, List<BrokenRule> broken) {
        if (passage.portionsOf(id).stream()
                .noneMatch(portion -> portion.weight().signum() > 0)) {
            broken.add(BrokenRule.of("conversion.cannot-be-divided", pointer));
        }
    }

    private Optional<JointDivision> together(Given given, NumbersOnDate numbers, Year year, List<BrokenRule> broken) {
        var members = new ArrayList<Listed>();
        for (var named : given.numbers()) {
            numbers.find(named.number(), named.pointer()).ifPresent(members::add);
        }
        if (given.numbers().size() < 2) {
            broken.add(BrokenRule.of("conversion.joint-of-one", given.pointer() + "/numbers"));
        }
        if (members.size() < given.numbers().size() || members.size() < 2) {
            return Optional.empty();
        }
        Set<MunicipalityId> ids =
                members.stream().map(Listed::id).collect(TreeSet<MunicipalityId>::new, TreeSet::add, TreeSet::addAll);
        var people = new NearestPopulation(populations).of(ids, year);
        if (people.isEmpty()) {
            broken.add(BrokenRule.of("conversion.cannot-be-divided", given.pointer()));
        }
        return people.map(compared -> JointDivision.of(given, members, compared));
    }
}
