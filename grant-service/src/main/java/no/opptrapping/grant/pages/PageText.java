package no.opptrapping.grant.pages;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Map;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/**
 * What a page says in its language, as its template asks for it: texts by their codes, and figures.
 *
 * @param notice says before everything else that figures are invented; empty when they are not
 */
public record PageText(Texts texts, Language language, String notice) {
    /** The text of the code; the arguments are names and values by turns. */
    public String of(String code, Object... arguments) {
        var named = new HashMap<String, Object>();
        for (var i = 0; i < arguments.length; i += 2) {
            named.put(arguments[i].toString(), arguments[i + 1]);
        }
        return texts.text(language, code, named);
    }

    /** What one of a kind is called, by the beginning of the codes of its kind; its own code where it has no name. */
    public String nameOf(String kind, String code) {
        return texts.find(language, kind + code, Map.of()).orElse(code);
    }

    /** A number, or what is written as one, with so many decimals. */
    public String decimal(Object number, int decimals) {
        var format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        format.setRoundingMode(RoundingMode.HALF_UP);
        return format.format(new BigDecimal(number.toString())).replace('-', '\u2212');
    }

    /** A number with the decimals that it has. */
    public String plain(String number) {
        var value = new BigDecimal(number).stripTrailingZeros();
        return decimal(value, Math.max(0, value.scale()));
    }

    /** The share of a whole as a percentage. */
    public String percent(String share) {
        return decimal(new BigDecimal(share).movePointRight(2), 4) + "\u00a0%";
    }
}
