package no.opptrapping.grant.applications;

import static no.opptrapping.grant.applications.Examples.COMPLETE;
import static no.opptrapping.grant.testing.Records.but;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ParticipantLine;
import no.opptrapping.grant.applications.ApplicationContent.PositionLine;
import no.opptrapping.platform.values.Kroner;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;

/** Spoils complete applications in many random ways at once: exactly the faults that were put in come out. */
class SpoiledApplicationsTest {
    private static final long SEED = 20250310;

    /** A way to spoil an application, independent of all the others, and the faults that it gives. */
    private record Spoiling(List<String> faults, UnaryOperator<ApplicationContent> spoil) {
        static Spoiling of(UnaryOperator<ApplicationContent> spoil, String... faults) {
            return new Spoiling(List.of(faults), spoil);
        }
    }

    private static final List<Spoiling> SPOILINGS = List.of(
            Spoiling.of(one -> but(one, "contact", null), "/contact application.contact-missing"),
            Spoiling.of(
                    one -> but(one, "measures", first(one.measures(), m -> but(m, "code", null, "title", null))),
                    "/measures/0/code application.measure-code-missing",
                    "/measures/0/title application.measure-title-missing"),
            Spoiling.of(
                    one -> but(one, "measures", last(one.measures(), m -> but(m, "amount", null))),
                    "/measures/1/amount application.amount-missing"),
            Spoiling.of(
                    one -> but(one, "positions", List.of(new PositionLine("A", 0, 9))),
                    "/positions/0/percent application.position-percent-out-of-range",
                    "/positions/0/year application.position-year-out-of-range"),
            Spoiling.of(
                    one -> but(one, "budgetLines", last(one.budgetLines(), b -> but(b, "kind", null, "text", null))),
                    "/budgetLines/1/kind application.budget-kind-missing",
                    "/budgetLines/1/text application.budget-text-missing"),
            Spoiling.of(
                    one -> but(one, "budgetLines", first(one.budgetLines(), b -> but(b, "amount", null))),
                    "/budgetLines/0/amount application.amount-missing"),
            Spoiling.of(one -> but(one, "commitment", false), "/commitment application.commitment-missing"),
            Spoiling.of(
                    one -> but(one, "smallestUseful", Kroner.of(400_001)),
                    "/smallestUseful application.smallest-useful-above-asked"),
            Spoiling.of(
                    one -> but(
                            one,
                            "participants",
                            List.of(
                                    new ParticipantLine(new MunicipalityNumber("3303"), Kroner.of(400_001)),
                                    new ParticipantLine(new MunicipalityNumber("0602"), Kroner.of(-1)))),
                    "/participants application.host-not-participant",
                    "/participants/0 application.consent-missing",
                    "/participants/1/number application.participant-ceased",
                    "/participants/1/share application.amount-negative"));

    @Test
    void everyFaultIsListedAtOnceAndNoOther() {
        var random = new Random(SEED);
        for (var round = 0; round < 2_000; round++) {
            var chosen = new ArrayList<>(SPOILINGS);
            Collections.shuffle(chosen, random);
            chosen.subList(random.nextInt(chosen.size() + 1), chosen.size()).clear();
            var content = COMPLETE;
            for (var spoiling : chosen) {
                content = spoiling.spoil().apply(content);
            }
            var broken = SubmissionRules.brokenBy(Examples.attempt(content));
            assertThat(broken)
                    .as("seed %d, round %d: %s", SEED, round, content)
                    .extracting(rule -> rule.pointer() + " " + rule.code())
                    .containsExactlyInAnyOrderElementsOf(chosen.stream()
                            .flatMap(one -> one.faults().stream())
                            .toList());
        }
    }

    @Test
    void amountsAtTheirBoundsNeverOverflow() {
        var huge = Kroner.of(10_000_000_000_000L);
        var content = but(
                COMPLETE,
                "measures",
                Collections.nCopies(100, but(COMPLETE.measures().getFirst(), "amount", huge)),
                "budgetLines",
                Collections.nCopies(100, new BudgetLine(BudgetLineKind.OTHER, "A", huge)));

        assertThat(SubmissionRules.brokenBy(Examples.attempt(content)))
                .extracting(rule -> rule.pointer() + " " + rule.code())
                .containsExactlyInAnyOrder(
                        "/measures application.measures-do-not-sum", "/budgetLines application.budget-does-not-sum");
    }

    private static <T> List<T> first(List<T> list, UnaryOperator<T> change) {
        var copy = new ArrayList<>(list);
        copy.set(0, change.apply(copy.getFirst()));
        return copy;
    }

    private static <T> List<T> last(List<T> list, UnaryOperator<T> change) {
        var copy = new ArrayList<>(list);
        copy.set(copy.size() - 1, change.apply(copy.getLast()));
        return copy;
    }
}
