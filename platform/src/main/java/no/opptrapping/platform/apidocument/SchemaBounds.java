package no.opptrapping.platform.apidocument;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * The bounds that hold for every value although no annotation says so, because of how bodies are read: a text is at most
 * {@value #LONGEST_TEXT} characters without U+0000, a body at most 1 MiB and so an array at most half as many items, and
 * a whole number fits its format.
 */
public final class SchemaBounds {
    /** The longest text that is read, in characters. */
    public static final int LONGEST_TEXT = 20_000;

    private static final int MOST_ITEMS = 524_288;
    static final String ANY_TEXT = "^[^\\x00]*$";

    private SchemaBounds() {}

    static void complete(Schema schema) {
        var types = Optional.ofNullable(schema.getType()).orElse(List.of());
        if (schema.getRef() != null) {
            // What is referred to says what it is; a field of any Java object beside it would contradict a number.
            if (types.contains(Schema.SchemaType.OBJECT)) {
                schema.setType(null);
            }
            return;
        }
        if (schema.getOneOf() != null && schema.getProperties() == null) {
            schema.setType(null);
            return;
        }
        if (types.contains(Schema.SchemaType.STRING)) {
            text(schema);
        }
        if (types.contains(Schema.SchemaType.INTEGER)) {
            wholeNumber(schema);
        }
        if (types.contains(Schema.SchemaType.ARRAY) && schema.getMaxItems() == null) {
            schema.setMaxItems(MOST_ITEMS);
        }
    }

    private static void text(Schema schema) {
        if (schema.getEnumeration() != null || schema.getConstValue() != null) {
            return;
        }
        var format = Optional.ofNullable(schema.getFormat()).orElse("");
        if (schema.getMaxLength() == null) {
            schema.setMaxLength(
                    switch (format) {
                        case "uuid" -> 36;
                        case "date" -> 10;
                        case "date-time" -> 40;
                        default -> LONGEST_TEXT;
                    });
        }
        if (format.isEmpty() && schema.getPattern() == null) {
            schema.setPattern(ANY_TEXT);
        }
    }

    private static void wholeNumber(Schema schema) {
        var isShort = "int32".equals(schema.getFormat());
        if (schema.getFormat() == null) {
            schema.setFormat("int64");
        }
        if (schema.getMinimum() == null && schema.getExclusiveMinimum() == null) {
            schema.setMinimum(BigDecimal.valueOf(isShort ? Integer.MIN_VALUE : Long.MIN_VALUE));
        }
        if (schema.getMaximum() == null && schema.getExclusiveMaximum() == null) {
            schema.setMaximum(BigDecimal.valueOf(isShort ? Integer.MAX_VALUE : Long.MAX_VALUE));
        }
    }
}
