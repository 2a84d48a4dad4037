package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** JSON that is read as it comes, without a form: none of its objects has more fields than any form of ours. */
final class NarrowObjects extends JsonParserDelegate {
    private static final int MOST_FIELDS = 100;

    private final BodyFaults faults;

    NarrowObjects(JsonParser parser, BodyFaults faults) {
        super(parser);
        this.faults = faults;
    }

    @Override
    public @Nullable JsonToken nextToken() throws IOException {
        var token = super.nextToken();
        if (token == JsonToken.FIELD_NAME && getParsingContext().getCurrentIndex() >= MOST_FIELDS) {
            faults.addLast(
                    BodyFaults.pointer(getParsingContext()),
                    delegate,
                    "body.unknown-property",
                    "property",
                    CollectedValue.shortened(currentName()));
        }
        return token;
    }
}
