package no.opptrapping.platform.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;

/** How tests are named, so that the fast ones and those with a database run when they should. */
final class TestRules {
    private static final Set<String> TESTS = Set.of(
            "org.junit.jupiter.api.Test",
            "org.junit.jupiter.api.RepeatedTest",
            "org.junit.jupiter.api.TestFactory",
            "org.junit.jupiter.params.ParameterizedTest");

    private TestRules() {}

    static List<ArchRule> all() {
        return List.of(testsAreNamedForTheirKind());
    }

    static ArchRule testsAreNamedForTheirKind() {
        return ArchRuleDefinition.classes()
                .that()
                .areTopLevelClasses()
                .should(new ArchCondition<>("be named for its kind") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var name = type.getSimpleName();
                        if (startsAService(type) && !name.endsWith("IT")) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " starts a service: name it *IT"));
                        } else if (hasTests(type)
                                && !type.getModifiers().contains(JavaModifier.ABSTRACT)
                                && !name.endsWith("Test")
                                && !name.endsWith("IT")) {
                            events.add(SimpleConditionEvent.violated(
                                    type, type.getName() + " is never run: name it *Test or *IT"));
                        }
                    }
                })
                .as("*Test is plain and fast, *IT has the real database and broker")
                .allowEmptyShould(true);
    }

    private static boolean startsAService(JavaClass type) {
        return type.isAnnotatedWith("io.quarkus.test.junit.QuarkusTest")
                || type.isAnnotatedWith("io.quarkus.test.junit.QuarkusIntegrationTest");
    }

    private static boolean hasTests(JavaClass type) {
        for (JavaMethod method : type.getAllMethods()) {
            if (TESTS.stream().anyMatch(method::isAnnotatedWith)) {
                return true;
            }
        }
        return false;
    }
}
