package no.opptrapping.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaParameter;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;

/**
 * What every operation declares. One that does not say what it produces is answered in whatever format is asked for,
 * with the text of a Java record; one that does not say what it consumes takes everything whose name ends in json.
 */
final class ResourceRules {
    private static final String HTTP = "jakarta.ws.rs.";
    private static final Set<String> VERBS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
    private static final String PRODUCES = HTTP + "Produces";
    private static final String CONSUMES = HTTP + "Consumes";

    private static final Set<String> IN_ADDRESSES = Set.of(HTTP + "PathParam", HTTP + "QueryParam");

    private ResourceRules() {}

    static ArchRule answersSayWhatTheyProduce() {
        return ArchRuleDefinition.methods()
                .that(areOperations())
                .should(new ArchCondition<>("declare what they produce, or their class does") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!method.isAnnotatedWith(PRODUCES)
                                && !method.getOwner().isAnnotatedWith(PRODUCES)) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule bodiesSayWhatTheyAre() {
        return ArchRuleDefinition.methods()
                .that(areOperations())
                .should(new ArchCondition<>("declare what they consume if they read a body") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getParameters().stream().anyMatch(ResourceRules::isBody)
                                && !method.isAnnotatedWith(CONSUMES)
                                && !method.getOwner().isAnnotatedWith(CONSUMES)) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    /** A malformed id is then answered as platform answers it everywhere, and the API document shows what it is. */
    static ArchRule idsInAddressesAreTypes() {
        return ArchRuleDefinition.methods()
                .that(areOperations())
                .should(new ArchCondition<>("take ids in their types") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getParameters().stream().anyMatch(ResourceRules::isUntypedId)) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isUntypedId(JavaParameter parameter) {
        return parameter.getRawType().isEquivalentTo(String.class)
                && annotations(parameter).stream()
                        .filter(annotation ->
                                IN_ADDRESSES.contains(annotation.getRawType().getName()))
                        .flatMap(annotation -> annotation.get("value").stream())
                        .anyMatch(name -> name.equals("id") || name.toString().endsWith("Id"));
    }

    private static DescribedPredicate<JavaMethod> areOperations() {
        return DescribedPredicate.describe(
                "are operations",
                // An interface with such methods is a client of somebody else's.
                method -> !method.getOwner().isInterface()
                        && VERBS.stream().anyMatch(verb -> method.isAnnotatedWith(HTTP + verb)));
    }

    /** A body is what nothing of the HTTP standard's annotations says the place of. */
    private static boolean isBody(JavaParameter parameter) {
        return annotations(parameter).stream()
                .map(annotation -> annotation.getRawType().getPackageName())
                .noneMatch(name -> name.equals("jakarta.ws.rs")
                        || name.equals("jakarta.ws.rs.core")
                        || name.equals("org.jboss.resteasy.reactive"));
    }

    private static Set<? extends JavaAnnotation<?>> annotations(HasAnnotations<?> parameter) {
        return parameter.getAnnotations();
    }
}
