package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapType;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/** A list, or an object of named values, of which no more parts are read than its {@link Size} has room for. */
@SuppressWarnings("serial") // a deserializer is serializable by its base class only
final class CollectedParts extends StdDeserializer<Object> implements ContextualDeserializer {
    private static final long serialVersionUID = 1;

    private final JavaType type;
    private final JsonDeserializer<?> otherwise;
    private final @Nullable JsonDeserializer<?> part;
    private final int most;

    private CollectedParts(JavaType type, JsonDeserializer<?> otherwise, @Nullable JsonDeserializer<?> part, int most) {
        super(type);
        this.type = type;
        this.otherwise = otherwise;
        this.part = part;
        this.most = most;
    }

    static CollectedParts list(CollectionType type, JsonDeserializer<?> otherwise) {
        return new CollectedParts(type, otherwise, null, Integer.MAX_VALUE);
    }

    static CollectedParts map(MapType type, JsonDeserializer<?> otherwise) {
        return new CollectedParts(type, otherwise, null, Integer.MAX_VALUE);
    }

    @Override
    public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property)
            throws JsonMappingException {
        var size = property == null ? null : property.getAnnotation(Size.class);
        return new CollectedParts(
                type,
                context.handleSecondaryContextualization(otherwise, property, type),
                context.findContextualValueDeserializer(type.getContentType(), null),
                size == null ? Integer.MAX_VALUE : size.max());
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var faults = BodyFaults.of(context);
        if (faults == null) {
            return otherwise.deserialize(parser, context);
        }
        var isList = type.isCollectionLikeType();
        if (parser.currentToken() != (isList ? JsonToken.START_ARRAY : JsonToken.START_OBJECT)) {
            throw new StrictValue.Unfit(BrokenRule.of(isList ? "body.not-a-list" : "body.not-an-object", ""));
        }
        return isList ? list(parser, context, faults) : map(parser, context, faults);
    }

    private Object list(JsonParser parser, DeserializationContext context, BodyFaults faults) throws IOException {
        var list = new ArrayList<@Nullable Object>();
        var place = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            refuseBeyond(list.size(), place, parser, faults);
            list.add(part(parser, context));
        }
        return list;
    }

    private Object map(JsonParser parser, DeserializationContext context, BodyFaults faults) throws IOException {
        var map = new LinkedHashMap<String, @Nullable Object>();
        var place = parser.getParsingContext();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            refuseBeyond(map.size(), place, parser, faults);
            var key = parser.currentName();
            parser.nextToken();
            if (WrittenText.isBlank(key)) {
                faults.add(parser, "body.blank");
            } else if (!WrittenText.isStorable(key)) {
                faults.add(parser, key.indexOf('\0') >= 0 ? "validation.nul-character" : "body.control-character");
            }
            map.put(key, part(parser, context));
        }
        return map;
    }

    private void refuseBeyond(int read, JsonStreamContext place, JsonParser parser, BodyFaults faults)
            throws JsonMappingException {
        if (read == most) {
            faults.addLast(BodyFaults.pointer(place.getParent()), parser, "body.too-many", "longest", most);
        }
    }

    private @Nullable Object part(JsonParser parser, DeserializationContext context) throws IOException {
        if (part == null) {
            throw new IllegalStateException("Parts are read after their deserializer is found");
        }
        return parser.currentToken() == JsonToken.VALUE_NULL
                ? part.getNullValue(context)
                : part.deserialize(parser, context);
    }
}
