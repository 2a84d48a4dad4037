package no.opptrapping.grant.letters.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import no.opptrapping.grant.awards.Award;
import no.opptrapping.grant.awards.AwardLetter;
import no.opptrapping.grant.awards.SampleAwards;
import no.opptrapping.grant.letters.LetterText.Section;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.grant.pages.ReadPage;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.testing.RealInfrastructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@QuarkusTest
@WithTestResource(
        value = RealInfrastructure.class,
        initArgs = @ResourceArg(name = RealInfrastructure.DATABASE, value = "grants"))
class LetterPageIT {
    @Inject
    AwardLetter letters;

    @ParameterizedTest
    @EnumSource
    void saysEverythingThatTheLetterSaysInItsLanguageAndNeedsNothingFromElsewhere(Language language) {
        var letter = letters.write(SampleAwards.joint(), language);
        var page = page(SampleAwards.joint(), language, "Illustration").kept("letter-" + language.tag());

        assertThat(page.tree().getDocumentElement().getAttribute("lang")).isEqualTo(language.tag());
        assertThat(page.texts("title")).containsExactly(letter.title());
        assertThat(page.texts("h1")).containsExactly(letter.title());
        assertThat(page.texts("h2"))
                .isEqualTo(letter.sections().stream().map(Section::title).toList());
        assertThat(page.texts("p"))
                .startsWith("Illustration")
                .containsSubsequence(letter.sections().stream()
                        .flatMap(section -> section.paragraphs().stream())
                        .toList())
                .anyMatch(contact -> contact.endsWith(": Tilskudd, tilskudd@example.no"));
        assertThat(page.texts("dd")).hasSize(4).contains(letter.sender(), "Bergen", "76562-2025-0001");
        assertThat(page.all("section"))
                .allMatch(section -> page.all("h2").stream()
                        .anyMatch(
                                heading -> heading.getAttribute("id").equals(section.getAttribute("aria-labelledby"))));
        assertThat(page.all("a")).extracting(link -> link.getAttribute("href")).containsExactly(letter.explanation());
        assertThat(page.html()).doesNotContain("src=", "url(", "@import", "letter.", "<script", "<img", "http://e");
    }

    @Test
    void whatSomebodyWroteIsOnlyText() {
        var words = "</p><script>alert('&quot;')</script> & {letter.date} \"x\" ]]> <!-- \\{";
        var page = page(SampleAwards.joint(words, words), Language.NB, words);

        assertThat(page.all("script")).isEmpty();
        assertThat(page.texts("dd")).contains(words);
        assertThat(page.texts("p")).startsWith(words).anyMatch(measure -> measure.startsWith(words + ": "));
    }

    private ReadPage page(Award award, Language language, String notice) {
        return ReadPage.of(
                new LetterPage(new PageText(new Texts(), language, notice), letters.write(award, language), false)
                        .render());
    }
}
