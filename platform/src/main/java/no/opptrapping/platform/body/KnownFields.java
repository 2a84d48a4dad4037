package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one object that its form knows. The others are told and stepped over as they come: Jackson would keep
 * them all until the object has been made.
 */
final class KnownFields extends JsonParserDelegate {
    private final Set<Object> known;
    private final BodyFaults faults;
    private final JsonStreamContext object;

    KnownFields(JsonParser parser, Set<Object> known, BodyFaults faults) {
        super(parser);
        this.known = known;
        this.faults = faults;
        this.object = parser.getParsingContext();
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        while (token == JsonToken.FIELD_NAME && isOfObject() && !known.contains(currentName())) {
            super.nextToken();
            faults.add(delegate, "body.unknown-property", "property", CollectedValue.shortened(currentName()));
            super.skipChildren();
            token = super.nextToken();
        }
        return token;
    }

    @SuppressWarnings("ReferenceEquality") // the parser has one context for each level
    private boolean isOfObject() {
        return getParsingContext() == object;
    }
}
