package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/**
 * Text without what cannot be seen around it. Blank text is none: a fault, unless it may be left out; text that is longer
 * than its {@link Size} is not handed on to the patterns that would have to look through it.
 */
@SuppressWarnings("serial") // a deserializer is serializable by its base class only
final class CollectedText extends StdDeserializer<String> implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    private final JsonDeserializer<?> otherwise;
    private final int longest;
    private final boolean mayBeBlank;

    CollectedText(JsonDeserializer<?> otherwise, int longest, boolean mayBeBlank) {
        super(String.class);
        this.otherwise = otherwise;
        this.longest = longest;
        this.mayBeBlank = mayBeBlank;
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property == null || !property.getType().hasRawClass(String.class)
                ? this
                : new CollectedText(
                        otherwise,
                        property.getAnnotation(Size.class) == null
                                ? Integer.MAX_VALUE
                                : property.getAnnotation(Size.class).max(),
                        property.getAnnotation(MayBeBlank.class) != null);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var faults = BodyFaults.of(context);
        if (faults == null) {
            return (String) otherwise.deserialize(parser, context);
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new StrictValue.Unfit(BrokenRule.of("body.not-text", ""));
        }
        var written = parser.getText();
        if (written.indexOf('\0') >= 0) {
            throw new StrictValue.Unfit(BrokenRule.of("validation.nul-character", ""));
        }
        if (!WrittenText.isStorable(written)) {
            throw new StrictValue.Unfit(BrokenRule.of("body.control-character", ""));
        }
        if (WrittenText.isBlank(written)) {
            if (!mayBeBlank) {
                throw new StrictValue.Unfit(BrokenRule.of("body.blank", ""));
            }
            return null;
        }
        var text = WrittenText.stripped(written);
        if (text.length() > longest) {
            throw new StrictValue.Unfit(BrokenRule.of("body.too-long", "", "longest", longest));
        }
        return text;
    }

    @Override
    public LogicalType logicalType() {
        return LogicalType.Textual;
    }
}
