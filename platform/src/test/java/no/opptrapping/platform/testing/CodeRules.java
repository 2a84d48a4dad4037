package no.opptrapping.platform.testing;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.quarkus.scheduler.Scheduled;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import no.opptrapping.platform.database.PlainSql;
import no.opptrapping.platform.events.Consumption;
import no.opptrapping.platform.rounds.Rounds;
import org.jspecify.annotations.NullMarked;

/** What no class may do, in whichever room. */
final class CodeRules {
    private static final Pattern EMPTY_NAME =
            Pattern.compile(".*(Service|Manager|Helper|Util|Utils|Impl|DTO|Dto|Common|Views?)|Common.*");
    private static final Set<String> FRACTIONS = Set.of("double", "float", "java.lang.Double", "java.lang.Float");
    private static final Set<String> TELLERS_OF_TIME = Set.of(
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.ZonedDateTime",
            "java.time.Year",
            "java.time.YearMonth",
            "java.time.MonthDay");

    private CodeRules() {}

    static List<ArchRule> all() {
        return List.of(
                namesSayWhat(),
                packagesAreNullMarked(),
                noFractionsOfMoney(),
                timeComesFromAClock(),
                nobodyPublishesPastTheOutbox(),
                nobodyStoresPastPanache(),
                plainSqlIsNamedPostgres(),
                noFieldInjection(),
                onceOnlyAnswersAreResponses(),
                ResourceRules.answersSayWhatTheyProduce(),
                ResourceRules.bodiesSayWhatTheyAre(),
                ResourceRules.idsInAddressesAreTypes(),
                schedulesRestWhileTheApplicationStops(),
                schedulesGoRoundByRound(),
                consumersSayWhatEventsDo());
    }

    static ArchRule namesSayWhat() {
        return ArchRuleDefinition.noClasses()
                .should(new ArchCondition<>("have an empty name") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        var empty = EMPTY_NAME.matcher(type.getSimpleName()).matches();
                        events.add(new SimpleConditionEvent(type, empty, type.getName() + " says too little"));
                    }
                })
                .as("no Service, Manager, Helper, Util, Impl, DTO, View or Common in a class name")
                .allowEmptyShould(true);
    }

    static ArchRule packagesAreNullMarked() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<>("be in a null-marked package") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        JavaPackage home = type.getPackage();
                        var marked = home.tryGetPackageInfo()
                                .map(info -> info.isAnnotatedWith(NullMarked.class))
                                .orElse(false);
                        if (!marked) {
                            events.add(SimpleConditionEvent.violated(type, home.getName() + " of " + type.getName()));
                        }
                    }
                })
                .as("every package has a package-info.java with @NullMarked")
                .allowEmptyShould(true);
    }

    static ArchRule noFractionsOfMoney() {
        return ArchRuleDefinition.classes()
                .should(new ArchCondition<>("calculate exactly") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaField field : type.getFields()) {
                            if (isFraction(field.getRawType())) {
                                events.add(SimpleConditionEvent.violated(type, field.getDescription()));
                            }
                        }
                        for (JavaCodeUnit unit : type.getCodeUnits()) {
                            if (isFraction(unit.getRawReturnType())
                                    || unit.getRawParameterTypes().stream().anyMatch(CodeRules::isFraction)) {
                                events.add(SimpleConditionEvent.violated(type, unit.getDescription()));
                            }
                        }
                    }
                })
                .as("no double or float: money is whole kroner, shares and weights are BigDecimal")
                .allowEmptyShould(true);
    }

    static ArchRule timeComesFromAClock() {
        return ArchRuleDefinition.noClasses()
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "asks the machine for the time", call -> asksTheMachine(call.getTarget())))
                .orShould()
                .callConstructorWhere(DescribedPredicate.describe(
                        "makes a Date of now",
                        call -> call.getTargetOwner().isEquivalentTo(java.util.Date.class)
                                && call.getTarget().getRawParameterTypes().isEmpty()))
                .as("time comes from an injected Clock")
                .allowEmptyShould(true);
    }

    static ArchRule nobodyPublishesPastTheOutbox() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackage("no.opptrapping.platform.events..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("org\\.apache\\.kafka\\.clients\\.producer\\..*"
                        + "|org\\.eclipse\\.microprofile\\.reactive\\.messaging\\.(Emitter|Outgoing|Channel)"
                        + "|io\\.smallrye\\.reactive\\.messaging\\.MutinyEmitter")
                .as("events are published through the outbox only")
                .allowEmptyShould(true);
    }

    static ArchRule nobodyStoresPastPanache() {
        return ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("no.opptrapping.platform.events..", "no.opptrapping.platform.database..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("jakarta\\.persistence\\.EntityManager|javax\\.sql\\.DataSource")
                .as("what is stored goes through a Panache repository, or through PlainSql")
                .allowEmptyShould(true);
    }

    static ArchRule plainSqlIsNamedPostgres() {
        return ArchRuleDefinition.noClasses()
                .that()
                .haveSimpleNameNotStartingWith("Postgres")
                .should()
                .callMethodWhere(DescribedPredicate.describe(
                        "carries out plain SQL",
                        call -> call.getTargetOwner().isEquivalentTo(PlainSql.class)
                                && !call.getName().equals("lock")))
                .as("plain SQL stands in a class that is named Postgres")
                .allowEmptyShould(true);
    }

    static ArchRule noFieldInjection() {
        return ArchRuleDefinition.noFields()
                .should()
                .beAnnotatedWith("jakarta.inject.Inject")
                .orShould()
                .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                .orShould()
                .beAnnotatedWith("jakarta.persistence.PersistenceContext")
                .as("what a class needs comes through its constructor")
                .allowEmptyShould(true);
    }

    static ArchRule onceOnlyAnswersAreResponses() {
        return ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith("no.opptrapping.platform.idempotency.Idempotent")
                .should(new ArchCondition<>("be a POST that returns Response or RestResponse") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var returned = method.getRawReturnType().getName();
                        if (!method.isAnnotatedWith("jakarta.ws.rs.POST")
                                || !Set.of("jakarta.ws.rs.core.Response", "org.jboss.resteasy.reactive.RestResponse")
                                        .contains(returned)) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule schedulesRestWhileTheApplicationStops() {
        return ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should(new ArchCondition<>("be skipped while the application starts and stops") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (method.getAnnotationOfType(Scheduled.class).skipExecutionIf()
                                != Scheduled.ApplicationNotRunning.class) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule schedulesGoRoundByRound() {
        return ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith(Scheduled.class)
                .should(new ArchCondition<>("go item by item through Rounds, with a metric and an alarm") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        var goes = method.getOwner().getDirectDependenciesFromSelf().stream()
                                .anyMatch(one -> one.getTargetClass().isEquivalentTo(Rounds.class));
                        if (!goes) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    static ArchRule consumersSayWhatEventsDo() {
        return ArchRuleDefinition.methods()
                .that()
                .areAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Incoming")
                .should(new ArchCondition<>("stand in a Consumption, so that dead letters can be taken in again") {
                    @Override
                    public void check(JavaMethod method, ConditionEvents events) {
                        if (!method.getOwner().isAssignableTo(Consumption.class)) {
                            events.add(SimpleConditionEvent.violated(method, method.getDescription()));
                        }
                    }
                })
                .allowEmptyShould(true);
    }

    private static boolean isFraction(JavaClass type) {
        return FRACTIONS.contains(type.getName());
    }

    private static boolean asksTheMachine(AccessTarget.MethodCallTarget target) {
        var owner = target.getOwner().getName();
        var takesAClock = target.getRawParameterTypes().stream()
                .anyMatch(type -> type.getName().equals("java.time.Clock"));
        return switch (target.getName()) {
            case "now" -> TELLERS_OF_TIME.contains(owner) && !takesAClock;
            case "currentTimeMillis" -> owner.equals("java.lang.System");
            case "systemUTC", "systemDefaultZone", "system" -> owner.equals("java.time.Clock");
            default -> false;
        };
    }
}
