package no.opptrapping.platform.database;

import jakarta.persistence.Embeddable;
import no.opptrapping.platform.language.LocalisedText;

/** A text as a column for each language, for example <code>name_nb</code>, <code>name_nn</code> and <code>name_en</code>. */
@Embeddable
public record InLanguages(String nb, String nn, String en) {
    /** The columns of the text. */
    public static InLanguages of(LocalisedText text) {
        return new InLanguages(text.nb(), text.nn(), text.en());
    }

    /** The text of the columns. */
    public LocalisedText text() {
        return new LocalisedText(nb, nn, en);
    }
}
