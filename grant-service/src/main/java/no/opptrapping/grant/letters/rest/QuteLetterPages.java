package no.opptrapping.grant.letters.rest;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.grant.letters.LetterPages;
import no.opptrapping.grant.letters.LetterText;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.platform.illustration.Illustration;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

@ApplicationScoped
class QuteLetterPages implements LetterPages {
    private final Texts texts;
    private final Illustration illustration;

    QuteLetterPages(Texts texts, Illustration illustration) {
        this.texts = texts;
        this.illustration = illustration;
    }

    @Override
    public String shown(LetterText text, Language language) {
        return new LetterPage(words(language), text, false).render();
    }

    @Override
    public String printed(LetterText text, Language language) {
        return new LetterPage(words(language), text, true).render();
    }

    private PageText words(Language language) {
        return new PageText(
                texts,
                language,
                illustration.notice().map(notice -> notice.in(language)).orElse(""));
    }
}
