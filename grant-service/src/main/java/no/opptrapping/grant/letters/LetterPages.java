package no.opptrapping.grant.letters;

import no.opptrapping.platform.language.Language;

/** Letters as pages. */
public interface LetterPages {
    /** The page that is shown, well-formed XHTML. */
    String shown(LetterText text, Language language);

    /** The page that becomes a document: what leads elsewhere is written out. */
    String printed(LetterText text, Language language);
}
