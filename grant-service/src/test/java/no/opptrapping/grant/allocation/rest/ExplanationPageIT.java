package no.opptrapping.grant.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
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
class ExplanationPageIT {
    private static final List<ComputedRun> EVERY_MODEL = List.of(
            SampleRuns.objective(),
            SampleRuns.application(),
            SampleRuns.positions(),
            SampleRuns.activity(),
            SampleRuns.framework(),
            SampleRuns.incorporation());

    @ParameterizedTest
    @EnumSource
    void everyModelIsAPageThatSaysItsLanguageAndNeedsNothingFromElsewhere(Language language) {
        for (var run : EVERY_MODEL) {
            var kind = run.inputs()
                    .parameters()
                    .pots()
                    .getFirst()
                    .model()
                    .getClass()
                    .getSimpleName();
            for (var number : List.of("1101", "1102", "1103")) {
                if (run.lines().stream()
                        .noneMatch(
                                one -> one.line().recipient().number().value().equals(number))) {
                    continue;
                }
                var page = page(run, number, language);
                page.kept("explanation-" + kind.toLowerCase(language.locale()) + "-" + number + "-" + language.tag());
                var html = page.html();
                assertThat(page.tree().getDocumentElement().getAttribute("lang"))
                        .isEqualTo(language.tag());
                var change = "<a href=\"/v1/allocation-runs/" + run.run().id() + "/change/" + number + "\">";
                assertThat(html).contains(change);
                assertThat(html.replace(change, ""))
                        .as("%s in %s", run.inputs().parameters().pots(), language)
                        .doesNotContain("src=", "href=", "url(", "@import", "allocation.", "<script", "<img");
                assertThat(html.substring(html.indexOf("</style>"))).doesNotContain("{", "}");
                assertThat(page.texts("h1")).isEqualTo(page.texts("title")).hasSize(1);
                assertThat(page.texts("h2")).isNotEmpty();
                assertThat(page.texts("caption"))
                        .isNotEmpty()
                        .hasSameSizeAs(page.all("table"))
                        .isEqualTo(page.all("div").stream()
                                .map(region -> region.getAttribute("aria-label"))
                                .toList());
                assertThat(page.all("th")).allMatch(head -> head.hasAttribute("scope"));
                for (var table : page.all("table")) {
                    assertThat(ReadPage.all(table, "tr"))
                            .extracting(row -> ReadPage.all(row, "th").size()
                                    + ReadPage.all(row, "td").size())
                            .as("cells of the rows of %s", table.getTextContent())
                            .containsOnly(
                                    ReadPage.all(ReadPage.all(table, "thead").getFirst(), "th")
                                            .size());
                }
            }
        }
    }

    @Test
    void theTableCanBeFollowedFromFigureToKrone() {
        var page = page(SampleRuns.objective(), "1101", Language.NB);
        assertThat(page.texts("h1")).containsExactly("Slik er beløpet til Storby regnet ut");
        assertThat(rows(page))
                .contains(
                        List.of("600", "1 000", "60,0000 %", "0,6", "360 000,00"),
                        List.of("50", "100", "50,0000 %", "0,4", "200 000,00"));
    }

    @Test
    void whatSomebodyWroteIsOnlyText() {
        assertThat(page(SampleRuns.objective(), "1102", Language.NB).html())
                .contains("=HYPERLINK(&quot;http://example.org&quot;;&quot;Bygd&quot;)");
        var words = "</style><script>alert('&quot;')</script> & {run.madeBy} \"x\" ]]> <!-- \\{";
        var page = page(SampleRuns.objectiveCalled(words), "1101", Language.EN, words);
        assertThat(page.all("script")).isEmpty();
        assertThat(page.texts("title").getFirst()).contains(words);
        assertThat(page.texts("h2").getFirst()).startsWith(words + ": ");
        assertThat(page.texts("dd")).contains("1101 " + words, words + " (2025)");
        assertThat(page.texts("th")).contains(words);
        assertThat(page.said()).startsWith("\n" + words).doesNotContain("adviser-1");
    }

    @Test
    void aRunIsKnownByItsNameUntilItIsAdoptedAndByItsDateAfterwards() {
        assertThat(page(SampleRuns.objective(), "1101", Language.NN).texts("dd"))
                .contains("Prøve (2025)", "Utrekning som ikkje er vedteken");
        var adopted = SampleRuns.adopted(SampleRuns.objective());
        assertThat(page(adopted, "1101", Language.NN).texts("dd")).contains("2025", "Vedteken 2. februar 2025");
        assertThat(page(adopted, "1101", Language.EN).said())
                .contains("2 February 2025")
                .doesNotContain("Prøve");
    }

    @Test
    void inventedFiguresSaySoBeforeEverythingElse() {
        var run = SampleRuns.objective();
        assertThat(page(run, "1101", Language.NB, "Oppdiktede <tall>").said()).startsWith("\nOppdiktede <tall>");
        assertThat(page(run, "1101", Language.NB).html()).doesNotContain("class=\"note\"");
    }

    private static List<List<String>> rows(ReadPage page) {
        return page.all("tr").stream()
                .map(row -> ReadPage.all(row, "td").stream()
                        .map(cell -> cell.getTextContent().replace('\u00a0', ' '))
                        .toList())
                .toList();
    }

    private static ReadPage page(ComputedRun run, String number, Language language) {
        return page(run, number, language, "");
    }

    private static ReadPage page(ComputedRun run, String number, Language language, String notice) {
        var texts = new Texts();
        var explanation = new ExplainAllocation(texts)
                .explain(run, new MunicipalityNumber(number), List.of())
                .orElseThrow();
        return ReadPage.of(
                ExplanationPage.of(run.run(), explanation, PageEdition.ONLY, new PageText(texts, language, notice))
                        .render());
    }
}
