package no.opptrapping.grant.applications;

import static no.opptrapping.grant.applications.Examples.COMPLETE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import no.opptrapping.grant.applications.ApplicationContent.BudgetLine;
import no.opptrapping.grant.applications.ApplicationContent.ContactPerson;
import no.opptrapping.grant.applications.ApplicationContent.MeasureLine;
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
            Spoiling.of(one -> contact(one, null), "/contact application.contact-missing"),
            Spoiling.of(
                    one -> measures(one, first(one.measures(), m -> new MeasureLine(null, null, null, m.amount()))),
                    "/measures/0/code application.measure-code-missing",
                    "/measures/0/title application.measure-title-missing"),
            Spoiling.of(
                    one -> measures(one, last(one.measures(), m -> new MeasureLine(m.code(), m.title(), null, null))),
                    "/measures/1/amount application.amount-missing"),
            Spoiling.of(
                    one -> positions(one, List.of(new PositionLine("A", 0, 9))),
                    "/positions/0/percent application.position-percent-out-of-range",
                    "/positions/0/year application.position-year-out-of-range"),
            Spoiling.of(
                    one -> budget(one, last(one.budgetLines(), b -> new BudgetLine(null, null, b.amount()))),
                    "/budgetLines/1/kind application.budget-kind-missing",
                    "/budgetLines/1/text application.budget-text-missing"),
            Spoiling.of(
                    one -> budget(one, first(one.budgetLines(), b -> new BudgetLine(b.kind(), b.text(), null))),
                    "/budgetLines/0/amount application.amount-missing"),
            Spoiling.of(one -> commitment(one), "/commitment application.commitment-missing"),
            Spoiling.of(
                    one -> smallestUseful(one, Kroner.of(400_001)),
                    "/smallestUseful application.smallest-useful-above-asked"),
            Spoiling.of(
                    one -> participants(
                            one,
                            List.of(
                                    new ParticipantLine(new MunicipalityNumber("3303"), Kroner.of(400_001)),
                                    new ParticipantLine(new MunicipalityNumber("0602"), Kroner.of(-1)))),
                    "/participants application.host-not-participant",
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
        var content = budget(
                measures(COMPLETE, Collections.nCopies(100, new MeasureLine(MeasureCode.OTHER, "A", null, huge))),
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

    private static ApplicationContent contact(ApplicationContent one, ContactPerson contact) {
        return copy(
                one,
                contact,
                one.measures(),
                one.positions(),
                one.budgetLines(),
                one.participants(),
                one.commitment(),
                one.smallestUseful());
    }

    private static ApplicationContent measures(ApplicationContent one, List<MeasureLine> measures) {
        return copy(
                one,
                one.contact(),
                measures,
                one.positions(),
                one.budgetLines(),
                one.participants(),
                one.commitment(),
                one.smallestUseful());
    }

    private static ApplicationContent positions(ApplicationContent one, List<PositionLine> positions) {
        return copy(
                one,
                one.contact(),
                one.measures(),
                positions,
                one.budgetLines(),
                one.participants(),
                one.commitment(),
                one.smallestUseful());
    }

    private static ApplicationContent budget(ApplicationContent one, List<BudgetLine> budget) {
        return copy(
                one,
                one.contact(),
                one.measures(),
                one.positions(),
                budget,
                one.participants(),
                one.commitment(),
                one.smallestUseful());
    }

    private static ApplicationContent commitment(ApplicationContent one) {
        return copy(
                one,
                one.contact(),
                one.measures(),
                one.positions(),
                one.budgetLines(),
                one.participants(),
                false,
                one.smallestUseful());
    }

    private static ApplicationContent participants(ApplicationContent one, List<ParticipantLine> participants) {
        return copy(
                one,
                one.contact(),
                one.measures(),
                one.positions(),
                one.budgetLines(),
                participants,
                one.commitment(),
                one.smallestUseful());
    }

    private static ApplicationContent smallestUseful(ApplicationContent one, Kroner smallest) {
        return copy(
                one,
                one.contact(),
                one.measures(),
                one.positions(),
                one.budgetLines(),
                one.participants(),
                one.commitment(),
                smallest);
    }

    private static ApplicationContent copy(
            ApplicationContent one,
            ContactPerson contact,
            List<MeasureLine> measures,
            List<PositionLine> positions,
            List<BudgetLine> budget,
            List<ParticipantLine> participants,
            boolean commitment,
            Kroner smallest) {
        return new ApplicationContent(
                contact, measures, positions, budget, one.asked(), one.ownShare(), participants, commitment, smallest);
    }
}
