package no.opptrapping.platform.values;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Stores an enum by its name in lower case, {@code NOTHING_NEW} as {@code nothing-new}, which is its word in JSON too.
 *
 * @param <E> the enum
 */
public abstract class CodeConverter<E extends Enum<E>> extends ColumnConverter<E, String> {
    /** Of the enum; reading a word that is none of its own is an error. */
    protected CodeConverter(Class<E> type) {
        this(type, byCode(type));
    }

    private CodeConverter(Class<E> type, Map<String, E> byCode) {
        super(CodeConverter::code, stored -> {
            var one = byCode.get(stored);
            if (one == null) {
                throw new IllegalStateException("No " + type.getSimpleName() + " is called " + stored);
            }
            return one;
        });
    }

    private static <E extends Enum<E>> Map<String, E> byCode(Class<E> type) {
        return Stream.of(type.getEnumConstants())
                .collect(Collectors.toUnmodifiableMap(CodeConverter::code, one -> one));
    }

    private static String code(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
