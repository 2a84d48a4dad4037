package no.opptrapping.grant.pages;

import jakarta.enterprise.context.ApplicationScoped;
import no.opptrapping.platform.illustration.Illustration;
import no.opptrapping.platform.language.CurrentLanguage;
import no.opptrapping.platform.language.Texts;

/** What a page says to the caller of this request: in the language asked for, and whether figures are invented. */
@ApplicationScoped
public class CurrentPageText {
    private final Texts texts;
    private final CurrentLanguage language;
    private final Illustration illustration;

    CurrentPageText(Texts texts, CurrentLanguage language, Illustration illustration) {
        this.texts = texts;
        this.language = language;
        this.illustration = illustration;
    }

    public PageText get() {
        var spoken = language.get();
        return new PageText(
                texts,
                spoken,
                illustration.notice().map(notice -> notice.in(spoken)).orElse(""));
    }
}
