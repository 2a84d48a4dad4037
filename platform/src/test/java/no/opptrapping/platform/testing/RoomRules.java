package no.opptrapping.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;

/** How rooms are built and how they meet. */
final class RoomRules {
    private static final List<String> ADAPTERS = List.of("rest", "db", "kafka", "http");

    private final String root;
    private final List<String> order;

    RoomRules(String root, List<String> order) {
        this.root = root;
        this.order = order;
    }

    static List<ArchRule> all(String root, List<String> order) {
        var rules = new RoomRules(root, order);
        return List.of(
                rules.adaptersArePackagePrivate(),
                rules.roomsMeetThroughTheirTop(),
                rules.useCasesDoNotKnowAdapters(),
                rules.roomsImportOnlyEarlierRooms(),
                rules.roomsAreThoseNamed());
    }

    /** What adapters are made of stays in their package; JPA and its generated metamodel must be public. */
    ArchRule adaptersArePackagePrivate() {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("are adapters", this::isAdapter))
                .and()
                .areTopLevelClasses()
                .should(conditionOf("not be public", (type, events) -> {
                    if (type.getModifiers().contains(JavaModifier.PUBLIC) && !mustBePublic(type)) {
                        events.add(SimpleConditionEvent.violated(type, type.getName() + " is public"));
                    }
                }))
                .as("adapters are package-private")
                .allowEmptyShould(true);
    }

    ArchRule roomsMeetThroughTheirTop() {
        return dependencies(
                "rooms meet only through the types at their top",
                (from, to) ->
                        !room(from).equals(room(to)) && !to.getPackageName().equals(top(to)));
    }

    ArchRule useCasesDoNotKnowAdapters() {
        return dependencies(
                "use cases and domain types do not know the adapters beneath them",
                (from, to) ->
                        room(from).equals(room(to)) && from.getPackageName().equals(top(from)) && isAdapter(to));
    }

    ArchRule roomsImportOnlyEarlierRooms() {
        return dependencies("rooms import only rooms that stand before them: " + order, (from, to) -> {
            var of = room(from).orElse("");
            var on = room(to).orElse("");
            return !of.equals(on)
                    && (!order.contains(of) || order.indexOf(on) < 0 || order.indexOf(on) > order.indexOf(of));
        });
    }

    /** A room that is named and is gone would make its rules hold for nothing. */
    ArchRule roomsAreThoseNamed() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<>("live in the rooms that are named") {
                    private final Set<String> empty = new TreeSet<>(order);

                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        room(type)
                                .filter(room -> !order.contains(room))
                                .ifPresent(room -> events.add(SimpleConditionEvent.violated(
                                        type, type.getName() + " is in " + room + ", which has no place")));
                        room(type).ifPresent(empty::remove);
                    }

                    @Override
                    public void finish(ConditionEvents events) {
                        empty.forEach(room ->
                                events.add(SimpleConditionEvent.violated(room, room + " is named and does not exist")));
                    }
                })
                .as("every room is named, and every one that is named exists: " + order)
                .allowEmptyShould(true);
    }

    private ArchRule dependencies(String description, BiPredicate<JavaClass, JavaClass> forbidden) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe(
                        "live in a room", type -> room(type).isPresent()))
                .should(conditionOf("meet as described", (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        var target = dependency.getTargetClass();
                        if (room(target).isPresent() && forbidden.test(type, target)) {
                            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                        }
                    }
                }))
                .as(description)
                .allowEmptyShould(true);
    }

    private Optional<String> room(JavaClass type) {
        var name = type.getPackageName();
        if (!name.startsWith(root + ".")) {
            return Optional.empty();
        }
        var below = name.substring(root.length() + 1);
        return Optional.of(below.contains(".") ? below.substring(0, below.indexOf('.')) : below);
    }

    private String top(JavaClass type) {
        return root + "." + room(type).orElse("");
    }

    private boolean isAdapter(JavaClass type) {
        return ADAPTERS.stream()
                .anyMatch(adapter -> (type.getPackageName() + ".").startsWith(top(type) + "." + adapter + "."));
    }

    private static boolean mustBePublic(JavaClass type) {
        return type.isAnnotatedWith("jakarta.persistence.Entity")
                || type.isAnnotatedWith("jakarta.persistence.Embeddable")
                || type.isAnnotatedWith("jakarta.persistence.Converter")
                || type.getSimpleName().endsWith("_");
    }

    private static ArchCondition<JavaClass> conditionOf(String description, Check check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                check.check(type, events);
            }
        };
    }

    private interface Check {
        void check(JavaClass type, ConditionEvents events);
    }
}
