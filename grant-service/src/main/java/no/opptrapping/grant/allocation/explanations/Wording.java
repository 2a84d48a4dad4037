package no.opptrapping.grant.allocation.explanations;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.language.Texts;
import no.opptrapping.platform.values.Ore;

/** Texts of the room in three languages, with numbers as each language writes them. */
final class Wording {
    private final Texts texts;

    Wording(Texts texts) {
        this.texts = texts;
    }

    /** The text of the code; an argument that is itself a text is put in in its language. */
    LocalisedText text(String code, Map<String, ?> arguments) {
        return new LocalisedText(
                in(Language.NB, code, arguments), in(Language.NN, code, arguments), in(Language.EN, code, arguments));
    }

    /** What an indicator's figures of a year are called; its code where it has no name here. */
    LocalisedText figures(String name) {
        var slash = name.lastIndexOf('/');
        var code = name.substring(0, slash);
        var year = name.substring(slash + 1);
        return new LocalisedText(
                figures(Language.NB, code, year), figures(Language.NN, code, year), figures(Language.EN, code, year));
    }

    private String figures(Language language, String code, String year) {
        return texts.find(language, "allocation.indicator." + code, Map.of()).orElse(code) + ", "
                + texts.text(language, "allocation.page.on-1-january", Map.of("year", year));
    }

    private String in(Language language, String code, Map<String, ?> arguments) {
        var written = new HashMap<String, Object>(arguments);
        written.replaceAll((name, value) -> switch (value) {
            case BigDecimal number -> decimal(number, language);
            case Ore ore -> decimal(ore.inKroner(), language);
            case LocalisedText text -> text.in(language);
            default -> value;
        });
        return texts.text(language, code, written);
    }

    private static String decimal(BigDecimal number, Language language) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(Math.max(0, number.scale()));
        return format.format(number);
    }
}
