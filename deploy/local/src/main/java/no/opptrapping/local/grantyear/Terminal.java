package no.opptrapping.local.grantyear;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** How figures are written to a person at a terminal. */
final class Terminal {
    private Terminal() {}

    /** 483400000 as "483 400 000". */
    static String number(long value) {
        var symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setGroupingSeparator(' ');
        return new DecimalFormat("#,##0", symbols).format(value);
    }

    static String kroner(long value) {
        return number(value) + " kr";
    }
}
