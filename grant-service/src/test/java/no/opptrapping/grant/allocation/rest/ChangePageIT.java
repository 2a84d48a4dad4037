package no.opptrapping.grant.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import no.opptrapping.grant.allocation.RandomRuns;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.changes.ChangeSentences;
import no.opptrapping.grant.allocation.changes.DecomposeChange;
import no.opptrapping.grant.allocation.changes.ExplainChange.Outcome.Explained;
import no.opptrapping.grant.allocation.engine.Fraction;
import no.opptrapping.grant.allocation.inputs.MovedAmounts.Successor;
import no.opptrapping.grant.allocation.inputs.PotModel;
import no.opptrapping.grant.allocation.inputs.RunInputs;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.grant.pages.ReadPage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.testing.RealInfrastructure;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class ChangePageIT {
    /** The identity of every sample. */
    private static final UUID RUN = new UUID(2, 1);

    @ParameterizedTest
    @EnumSource
    void aPageHasThePictureAndTheTableThatItShowsAndNeedsNothingFromElsewhere(Language language) {
        for (var number : List.of("1101", "1102", "1103")) {
            var page = page(number, language, "").kept("change-" + number + "-" + language.tag());
            assertThat(page.tree().getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
            var explanation = "<a href=\"/v1/allocation-runs/" + RUN + "/explanations/" + number + "\">";
            assertThat(page.html()).contains(explanation);
            assertThat(page.html().replace(explanation, ""))
                    .as("leads to the explanation, and nowhere else")
                    .doesNotContain("src=", "href=", "url(", "@import", "allocation.", "<script", "<img");
            assertThat(page.texts("h1")).isEqualTo(page.texts("title")).hasSize(1);
            var picture = page.all("svg").getFirst();
            assertThat(picture.getAttribute("role")).isEqualTo("img");
            assertThat(page.all("h2").getFirst().getAttribute("id")).isEqualTo(picture.getAttribute("aria-labelledby"));
            assertThat(page.all("desc").getFirst().getAttribute("id"))
                    .isEqualTo(picture.getAttribute("aria-describedby"));
            var causes = ReadPage.all(page.all("tbody").getFirst(), "tr").size();
            assertThat(page.all("rect")).as("before, each cause, after").hasSize(causes + 2);
            assertThat(page.all("th")).allMatch(head -> head.hasAttribute("scope"));
            assertThat(page.texts("caption")).hasSize(1);
        }
    }

    @Test
    void theRowsSumToTheChange() {
        var page = page("1103", Language.NB, "");
        var rows = page.all("tr").stream()
                .map(row -> ReadPage.all(row, "td").stream()
                        .map(cell ->
                                cell.getTextContent().replace('\u2212', '-').replaceAll("[\\u00a0 +]", ""))
                        .toList())
                .filter(cells -> !cells.isEmpty())
                .toList();
        for (var column = 0; column < 2; column++) {
            var at = column;
            var sum = rows.subList(0, rows.size() - 1).stream()
                    .mapToLong(cells -> Long.parseLong(cells.get(at)))
                    .sum();
            assertThat(sum).isEqualTo(Long.parseLong(rows.getLast().get(at)));
        }
    }

    @Test
    void whatSomebodyWroteIsOnlyTextAndInventedFiguresSaySo() {
        assertThat(page("1102", Language.EN, "Invented <figures>").said()).startsWith("\nInvented <figures>");
        assertThat(page("1102", Language.NB, "").html())
                .contains("=HYPERLINK(&quot;http://example.org&quot;;&quot;Bygd&quot;)");
    }

    private static ReadPage page(String number, Language language, String notice) {
        var texts = new Texts();
        var from = SampleRuns.objective();
        var to = richer(from.inputs());
        var table = new DecomposeChange(side(from), side(to), id -> List.of(new Successor(id, Fraction.of(1))))
                .decompose(true, DecomposeChange.ALONE);
        var explained = new Explained(from, to, table);
        return ReadPage.of(ChangePage.of(
                        explained,
                        PageEdition.ONLY,
                        table.of(new MunicipalityNumber(number)).orElseThrow(),
                        new ChangeSentences(texts),
                        new PageText(texts, language, notice))
                .render());
    }

    private static DecomposeChange.Side side(ComputedRun run) {
        return new DecomposeChange.Side(run.inputs(), run.result());
    }

    /** More money, more people, another weight and a lower floor. */
    private static ComputedRun richer(RunInputs inputs) {
        var pot = inputs.parameters().pots().getFirst();
        var model = (PotModel.Objective) pot.model();
        var more = new PotModel.Objective(
                List.of(
                        new PotModel.Weight("population", 2024, "0.5"),
                        new PotModel.Weight("social-assistance", 2024, "0.5")),
                null,
                false,
                null,
                180_000L,
                null,
                null,
                null,
                null,
                null);
        assertThat(model.floorPerMunicipality()).isNotEqualTo(180_000L);
        return RandomRuns.computed(inputs.over(
                        inputs.parameters().with(List.of(pot.with(pot.amount(), more))),
                        1_300_000,
                        inputs.municipalities().stream()
                                .map(ChangePageIT::grown)
                                .toList(),
                        inputs.applications(),
                        inputs.before(),
                        inputs.eligible(),
                        inputs.approved(),
                        inputs.commitments()))
                .orElseThrow();
    }

    private static RunInputs.Municipality grown(RunInputs.Municipality one) {
        var values = new HashMap<>(one.values());
        values.compute("population/2024", (name, people) -> Long.toString(Long.parseLong(people) * 11 / 10 + 30));
        values.compute("social-assistance/2024", (name, some) -> Long.toString(Long.parseLong(some) + 7));
        return new RunInputs.Municipality(one.id(), one.number(), one.name(), values.get("population/2024"), values);
    }
}
