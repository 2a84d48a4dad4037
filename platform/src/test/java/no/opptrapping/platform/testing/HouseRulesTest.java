package no.opptrapping.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HouseRulesTest {
    private static final String BAD = "no.opptrapping.platform.badexamples.";

    /** Metrics are fractions for Micrometer, the clock is made somewhere, and platform's tables have no entities. */
    private static final List<Pattern> EXEMPT = Stream.of(
                    "no double or float.*platform\\.events\\.(ConsumerWatch|EventMetrics)\\.",
                    "time comes from.*platform\\.time\\.(SimulatedClock|SystemClock)\\.",
                    "plain SQL stands in.*platform\\.(access|database|events|idempotency)\\.")
            .map(Pattern::compile)
            .toList();

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesWithTheirBadExample")
    void everyRuleFiresOnItsBadExample(String example, ArchRule rule, int faults) {
        assertThat(HouseRules.faults(rule, examples(example))).hasSize(faults);
    }

    static Stream<Arguments> rulesWithTheirBadExample() {
        return Stream.of(
                Arguments.of(
                        "visible",
                        RoomRules.all(BAD + "visible", List.of("money")).get(0),
                        2),
                Arguments.of(
                        "inside",
                        RoomRules.all(BAD + "inside", List.of("money", "letters"))
                                .get(1),
                        3),
                Arguments.of(
                        "upside",
                        RoomRules.all(BAD + "upside", List.of("money")).get(2),
                        3),
                Arguments.of(
                        "circle",
                        RoomRules.all(BAD + "circle", List.of("applications", "awards"))
                                .get(3),
                        2),
                Arguments.of(
                        "missing",
                        RoomRules.all(BAD + "missing", List.of("money", "gone")).get(4),
                        3),
                Arguments.of("beside", AdapterRules.onlyDbTouchesTheDatabase(), 3),
                Arguments.of("beside", AdapterRules.onlyRestTouchesHttp(), 1),
                Arguments.of("beside", AdapterRules.onlyKafkaTouchesMessages(), 1),
                Arguments.of(
                        "calculating",
                        AdapterRules.calculatesFromItsArguments(
                                "no.opptrapping.platform.badexamples", List.of("calculating")),
                        4),
                Arguments.of("names", CodeRules.namesSayWhat(), 2),
                Arguments.of("unmarked", CodeRules.packagesAreNullMarked(), 1),
                Arguments.of("fractions", CodeRules.noFractionsOfMoney(), 3),
                Arguments.of("time", CodeRules.timeComesFromAClock(), 3),
                Arguments.of("publishing", CodeRules.nobodyPublishesPastTheOutbox(), 3),
                Arguments.of("database", CodeRules.nobodyStoresPastPanache(), 4),
                Arguments.of("database", CodeRules.plainSqlIsNamedPostgres(), 1),
                Arguments.of("injection", CodeRules.noFieldInjection(), 1),
                Arguments.of("once", CodeRules.onceOnlyAnswersAreResponses(), 1),
                Arguments.of("formats", ResourceRules.answersSayWhatTheyProduce(), 1),
                Arguments.of("formats", ResourceRules.bodiesSayWhatTheyAre(), 1),
                Arguments.of("addresses", ResourceRules.idsInAddressesAreTypes(), 2),
                Arguments.of("schedules", CodeRules.schedulesRestWhileTheApplicationStops(), 1),
                Arguments.of("schedules", CodeRules.schedulesGoRoundByRound(), 1),
                Arguments.of("consuming", CodeRules.consumersSayWhatEventsDo(), 1),
                Arguments.of("tests", TestRules.testsAreNamedForTheirKind(), 2));
    }

    @Test
    void everyRuleHasABadExample() {
        var tried = rulesWithTheirBadExample()
                .map(arguments -> ((ArchRule) arguments.get()[1]).getDescription());
        var rules = Stream.of(
                        RoomRules.all(BAD, List.of()),
                        CodeRules.all(),
                        AdapterRules.all(),
                        List.of(AdapterRules.calculatesFromItsArguments(BAD, List.of())),
                        TestRules.all())
                .flatMap(List::stream)
                .map(ArchRule::getDescription);

        assertThat(tried.map(HouseRulesTest::withoutOrder))
                .containsExactlyInAnyOrderElementsOf(
                        rules.map(HouseRulesTest::withoutOrder).toList());
    }

    @Test
    void aPackageThatIsGoneCalculatesNothing() {
        var rule = AdapterRules.calculatesFromItsArguments(BAD + "missing", List.of("gone"));

        assertThatExceptionOfType(AssertionError.class).isThrownBy(() -> rule.check(examples("missing")));
    }

    /** Platform has no order of rooms: its plumbing is one. */
    @Test
    void platformFollowsTheRulesThatAreNotAboutTheOrderOfRooms() {
        var platform = new ClassFileImporter()
                .withImportOption(location -> !location.contains("/test-classes/"))
                .importPackages("no.opptrapping.platform");
        var ofRooms = new RoomRules("no.opptrapping.platform", List.of());

        assertThat(Stream.of(
                                CodeRules.all(),
                                AdapterRules.all(),
                                List.of(
                                        ofRooms.adaptersArePackagePrivate(),
                                        ofRooms.roomsMeetThroughTheirTop(),
                                        ofRooms.useCasesDoNotKnowAdapters(),
                                        AdapterRules.calculatesFromItsArguments(
                                                "no.opptrapping.platform", List.of("register"))))
                        .flatMap(List::stream)
                        .flatMap(rule -> HouseRules.faults(rule, platform).stream())
                        .filter(fault -> EXEMPT.stream()
                                .noneMatch(exempt -> exempt.matcher(fault).lookingAt())))
                .isEmpty();
    }

    private static String withoutOrder(String description) {
        return description.replaceAll(": \\[.*]", "");
    }

    private static JavaClasses examples(String example) {
        return new ClassFileImporter().importPackages(BAD + example);
    }
}
