package no.opptrapping.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Where a technology may be touched, and what touches none. */
final class AdapterRules {
    private static final Pattern DATABASE =
            Pattern.compile("(jakarta\\.persistence|org\\.hibernate(?!\\.validator)|java\\.sql|javax\\.sql|io\\.agroal"
                    + "|io\\.quarkus\\.hibernate|no\\.opptrapping\\.platform\\.database)\\..*");
    private static final Pattern HTTP = Pattern.compile("(jakarta\\.ws\\.rs|org\\.jboss\\.resteasy)\\..*");
    private static final Pattern MESSAGES = Pattern.compile(
            "(org\\.eclipse\\.microprofile\\.reactive|io\\.smallrye\\.reactive|org\\.apache\\.kafka)\\..*");

    /** Tells Hibernate of the identities of all rooms, so it stands above them. */
    private static final String OF_ALL_ROOMS = "org.hibernate.boot.model.TypeContributor";

    private static final String PLATFORM = "no.opptrapping.platform";

    /** What platform is made of: the plumbing to the database. */
    private static final List<String> STORING_PLATFORM =
            platform("access", "database", "events", "idempotency", "problems", "register.kept", "values");

    /** The plumbing of requests and answers. */
    private static final List<String> ANSWERING_PLATFORM = platform(
            "access",
            "attachments",
            "body",
            "caching",
            "concurrency",
            "csv",
            "idempotency",
            "illustration",
            "paging",
            "problems",
            "ratelimit",
            "time");

    private static final Set<String> EXACT = Set.of(
            "java.lang",
            "java.lang.annotation",
            "java.lang.invoke",
            "java.lang.runtime",
            "java.math",
            "java.time",
            "java.util",
            "java.util.concurrent.atomic",
            "java.util.function",
            "java.util.regex",
            "java.util.stream",
            "org.jspecify.annotations",
            "com.google.errorprone.annotations",
            "com.fasterxml.jackson.annotation",
            "no.opptrapping.platform.values",
            "no.opptrapping.platform.register");
    /** What platform says a broken rule with. */
    private static final Set<String> SAID_OF_RULES = Set.of("BrokenRule", "Severity");

    private static final Pattern ASKS_THE_WORLD = Pattern.compile(
            "java\\.lang\\.(System\\.(?!arraycopy|identityHashCode)|Math\\.random|Thread|Runtime\\.|Process)"
                    + ".*|java\\.time\\.Clock\\..*|java\\.util\\.(Random|SplittableRandom|Timer|Scanner|UUID\\.random).*"
                    + "|java\\.util\\.Collections\\.shuffle.*");

    private AdapterRules() {}

    static List<ArchRule> all() {
        return List.of(onlyDbTouchesTheDatabase(), onlyRestTouchesHttp(), onlyKafkaTouchesMessages());
    }

    static ArchRule onlyDbTouchesTheDatabase() {
        return touched(
                DATABASE,
                type -> isIn(type, "db") || isOf(type, STORING_PLATFORM) || isLeftToPlatform(type),
                "only db touches JPA, Hibernate and JDBC");
    }

    /** An adapter <code>http</code> asks others by the same standard. */
    static ArchRule onlyRestTouchesHttp() {
        return touched(
                HTTP,
                type -> isIn(type, "rest") || isIn(type, "http") || isOf(type, ANSWERING_PLATFORM),
                "only rest touches JAX-RS, and http to ask others");
    }

    static ArchRule onlyKafkaTouchesMessages() {
        return touched(
                MESSAGES,
                type -> isIn(type, "kafka") || isOf(type, platform("events")),
                "only kafka touches reactive messaging");
    }

    /**
     * What is calculated from its arguments alone: no framework, no database, no clock, no chance, no file.
     *
     * @param packages of a service; their use cases, which gather what is calculated with, are exempt
     */
    static ArchRule calculatesFromItsArguments(String root, List<String> packages) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe(
                        "calculate in " + packages,
                        type -> packages.stream()
                                        .anyMatch(one -> type.getPackageName().equals(root + "." + one))
                                && !isOfAUseCase(type)
                                && !type.getSimpleName().equals("package-info")))
                .should(new ArchCondition<>("ask nobody") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                            var on = dependency.getTargetClass().getBaseComponentType();
                            if (!on.isPrimitive()
                                    && !EXACT.contains(on.getPackageName())
                                    && !SAID_OF_RULES.contains(on.getSimpleName())
                                    && !on.getPackageName().startsWith(root + ".")) {
                                events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
                            }
                        }
                        type.getAccessesFromSelf().stream()
                                .filter(access -> asksTheWorld(access.getTarget()))
                                .forEach(access ->
                                        events.add(SimpleConditionEvent.violated(type, access.getDescription())));
                    }
                })
                .as("what calculates asks neither framework, database, clock, chance nor file");
    }

    private static boolean isOfAUseCase(JavaClass type) {
        return type.isAnnotatedWith("jakarta.enterprise.context.ApplicationScoped")
                || type.getEnclosingClass().map(AdapterRules::isOfAUseCase).orElse(false);
    }

    private static boolean asksTheWorld(AccessTarget target) {
        return ASKS_THE_WORLD
                .matcher(target.getOwner().getName() + "." + target.getName())
                .matches();
    }

    private static ArchRule touched(Pattern technology, Predicate<JavaClass> allowed, String description) {
        return ArchRuleDefinition.classes()
                .that(DescribedPredicate.describe("stand elsewhere", type -> !allowed.test(type)))
                .should(new ArchCondition<>("not touch it") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        type.getDirectDependenciesFromSelf().stream()
                                .map(Dependency::getTargetClass)
                                .map(JavaClass::getBaseComponentType)
                                .map(JavaClass::getName)
                                .filter(name -> technology.matcher(name).matches())
                                .distinct()
                                .forEach(name -> events.add(
                                        SimpleConditionEvent.violated(type, type.getName() + " touches " + name)));
                    }
                })
                .as(description)
                .allowEmptyShould(true);
    }

    private static boolean isIn(JavaClass type, String adapter) {
        return (type.getPackageName() + ".").contains("." + adapter + ".");
    }

    private static boolean isOf(JavaClass type, List<String> packages) {
        return packages.contains(type.getPackageName());
    }

    private static boolean isLeftToPlatform(JavaClass type) {
        return type.isAssignableTo(OF_ALL_ROOMS);
    }

    private static List<String> platform(String... rooms) {
        return List.of(rooms).stream().map(room -> PLATFORM + "." + room).toList();
    }
}
