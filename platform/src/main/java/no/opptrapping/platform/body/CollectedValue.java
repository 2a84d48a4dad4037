package no.opptrapping.platform.body;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.util.ClassUtil;
import java.io.IOException;
import java.util.HashSet;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;
import no.opptrapping.platform.values.WrittenText;
import org.jspecify.annotations.Nullable;

/** Reads a value, or says what is wrong with it, steps over it and leaves it out. */
final class CollectedValue extends DelegatingDeserializer {
    private static final long serialVersionUID = 1;
    private static final int LONGEST_SHOWN = 40;

    CollectedValue(JsonDeserializer<?> delegate) {
        super(delegate);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
        return new CollectedValue(delegate);
    }

    @Override
    public @Nullable Object deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        var faults = BodyFaults.of(context);
        return faults == null ? super.deserialize(parser, context) : collect(parser, context, faults);
    }

    @Override
    public @Nullable Object getNullValue(DeserializationContext context) throws JsonMappingException {
        var faults = BodyFaults.of(context);
        if (faults == null || !handledType().isPrimitive()) {
            return super.getNullValue(context);
        }
        faults.add(context.getParser(), "validation.missing");
        return nothing();
    }

    private @Nullable Object collect(JsonParser parser, DeserializationContext context, BodyFaults faults)
            throws IOException {
        var start = parser.currentToken();
        var parent = start.isStructStart() ? parser.getParsingContext().getParent() : parser.getParsingContext();
        var before = faults.found().size();
        if (start == JsonToken.VALUE_STRING && handledType() != String.class && WrittenText.isBlank(parser.getText())) {
            faults.add(parser, "body.blank");
            return nothing();
        }
        if (start.isStructStart() && StrictValue.isOneWord(handledType())) {
            parser.skipChildren();
            faults.add(
                    BodyFaults.pointer(parser.getParsingContext()),
                    parser,
                    StrictValue.expected(handledType(), start, parser));
            return nothing();
        }
        try {
            var value = StrictValue.isFor(handledType())
                    ? StrictValue.read(handledType(), parser)
                    : super.deserialize(start == JsonToken.START_OBJECT ? known(parser, faults) : parser, context);
            if (StrictValue.isOneWord(handledType()) && faults.found().size() > before) {
                return nothing(); // what it would have held was left out
            }
            StrictValue.check(value);
            return value;
        } catch (JsonMappingException | InputCoercionException | StrictValue.Unfit fault) {
            if (faults.isFull() || isMalformed(fault)) {
                throw fault;
            }
            while (!isSame(parser.getParsingContext(), parent)) {
                parser.nextToken();
            }
            tell(fault, before, start, parser, faults);
            return nothing();
        }
    }

    private JsonParser known(JsonParser parser, BodyFaults faults) {
        return handledType().isRecord()
                ? new KnownFields(parser, new HashSet<>(getKnownPropertyNames()), faults)
                : parser;
    }

    /** What was not JSON at all is not ours to step over. */
    private static boolean isMalformed(IOException fault) {
        var cause = fault.getCause();
        return cause instanceof StreamReadException && !(cause instanceof InputCoercionException);
    }

    private void tell(IOException fault, int before, JsonToken start, JsonParser parser, BodyFaults faults)
            throws IOException {
        if (faults.found().size() > before) {
            return; // a part of it was left out, so that the whole could not be made
        }
        if (fault instanceof JsonMappingException absent
                && start == JsonToken.START_OBJECT
                && !absent.getPath().isEmpty()
                && absent.getPath().getFirst().getFieldName() != null) {
            faults.addAt(
                    BodyFaults.pointer(parser.getParsingContext())
                            + Pointers.step(absent.getPath().getFirst().getFieldName()),
                    parser,
                    "validation.missing");
            return;
        }
        faults.add(BodyFaults.pointer(parser.getParsingContext()), parser, rule(fault, start, parser));
    }

    private BrokenRule rule(IOException fault, JsonToken start, JsonParser parser) throws IOException {
        if (fault instanceof StrictValue.Unfit unfit) {
            return unfit.rule();
        }
        return fault.getCause() instanceof UnfitValue unfit
                ? unfit.rule()
                : StrictValue.expected(handledType(), start, parser);
    }

    @SuppressWarnings("ReferenceEquality") // the parser has one context for each level
    private static boolean isSame(JsonStreamContext one, @Nullable JsonStreamContext other) {
        return one == other;
    }

    private @Nullable Object nothing() {
        return handledType().isPrimitive() ? ClassUtil.defaultValue(handledType()) : null;
    }

    static String shortened(String text) {
        return text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    }
}
