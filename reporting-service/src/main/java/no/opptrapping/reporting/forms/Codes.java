package no.opptrapping.reporting.forms;

import java.util.Locale;

/** How an enumerated answer is written in JSON and in message keys: {@code STAFFED_HOUSING} as {@code staffed-housing}. */
final class Codes {
    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
