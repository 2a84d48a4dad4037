package no.opptrapping.grant.allocation.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import no.opptrapping.grant.allocation.SampleRuns;
import no.opptrapping.grant.allocation.explanations.ExplainAllocation;
import no.opptrapping.grant.allocation.runs.ComputedRun;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.MunicipalityNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

class ExplanationPageTest {
    private static final List<ComputedRun> EVERY_MODEL = List.of(
            SampleRuns.objective(),
            SampleRuns.application(),
            SampleRuns.positions(),
            SampleRuns.activity(),
            SampleRuns.framework(),
            SampleRuns.incorporation());

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyModelIsAPageThatSaysItsLanguageAndNeedsNothingFromElsewhere(Language language) throws Exception {
        for (var run : EVERY_MODEL) {
            for (var number : List.of("1101", "1102", "1103")) {
                if (run.lines().stream()
                        .noneMatch(
                                one -> one.line().recipient().number().value().equals(number))) {
                    continue;
                }
                var html = page(run, number, language);
                var page = parsed(html);
                assertThat(page.getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
                assertThat(html)
                        .as("%s in %s", run.inputs().parameters().pots(), language)
                        .doesNotContain("src=", "href=", "url(", "@import", "allocation.", "<script", "<img");
                assertThat(html.substring(html.indexOf("</style>"))).doesNotContain("{", "}");
                assertThat(page.getElementsByTagName("h1").getLength()).isOne();
                assertThat(page.getElementsByTagName("table").getLength()).isPositive();
                assertThat(page.getElementsByTagName("caption").getLength())
                        .isEqualTo(page.getElementsByTagName("table").getLength());
                assertThat(html).contains("scope=\"col\"", "scope=\"row\"");
            }
        }
    }

    @Test
    void theTableCanBeFollowedFromFigureToKrone() {
        assertThat(page(SampleRuns.objective(), "1101", Language.NB).replace('\u00a0', ' '))
                .contains("<h1>Slik er beløpet til Storby regnet ut</h1>")
                .contains("<td>600</td><td>1 000</td><td>60,0000 %</td><td>0,6</td><td>360 000,00</td>")
                .contains("<td>50</td><td>100</td><td>50,0000 %</td><td>0,4</td><td>200 000,00</td>");
    }

    @Test
    void aNameWithMarkupIsOnlyAName() {
        assertThat(page(SampleRuns.objective(), "1102", Language.NB))
                .contains("=HYPERLINK(&quot;http://example.org&quot;;&quot;Bygd&quot;)");
    }

    private static String page(ComputedRun run, String number, Language language) {
        var texts = new Texts();
        var explanation = new ExplainAllocation(texts)
                .explain(run, new MunicipalityNumber(number), List.of())
                .orElseThrow();
        return new ExplanationPage(run.run(), explanation, texts, language, "").write();
    }

    /** A page written as XML can be read as XML when its void element is closed. */
    private static Document parsed(String html) throws ParserConfigurationException, IOException, SAXException {
        var factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        return factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(html.replace("<!doctype html>", "")
                        .replace("<meta charset=\"utf-8\">", "")
                        .replace("<meta name=\"viewport\" content=\"width=device-width\">", ""))));
    }
}
