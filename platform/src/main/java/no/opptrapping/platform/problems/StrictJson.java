package no.opptrapping.platform.problems;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.Serial;
import no.opptrapping.platform.apidocument.SchemaBounds;

/** Reads only what was meant: no text for a number, no fraction for a whole number, nothing unknown, nothing twice. */
@Singleton
class StrictJson implements ObjectMapperCustomizer {
    @Override
    @SuppressWarnings("deprecation") // the mapper that Quarkus hands over can only be changed through these methods
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(SchemaBounds.LONGEST_TEXT)
                        .maxNestingDepth(50)
                        .build());
        mapper.registerModule(new SimpleModule("StrictText")
                .addDeserializer(String.class, new StorableText())
                .addKeyDeserializer(String.class, new StorableKey()));
        mapper.coercionConfigFor(LogicalType.Textual)
                .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    /** PostgreSQL cannot store U+0000, so no text may hold it. */
    private static String storable(String text, DeserializationContext context) throws JsonMappingException {
        if (text.indexOf('\0') >= 0) {
            throw new NulCharacter(context.getParser());
        }
        return text;
    }

    /** A text with U+0000. */
    static final class NulCharacter extends JsonMappingException {
        @Serial
        private static final long serialVersionUID = 1;

        NulCharacter(JsonParser parser) {
            super(parser, "A text with U+0000");
        }
    }

    private static final class StorableText extends StdScalarDeserializer<String> {
        @Serial
        private static final long serialVersionUID = 1;

        StorableText() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return storable(StringDeserializer.instance.deserialize(parser, context), context);
        }

        @Override
        public LogicalType logicalType() {
            return LogicalType.Textual;
        }
    }

    private static final class StorableKey extends KeyDeserializer {
        @Override
        public Object deserializeKey(String key, DeserializationContext context) throws IOException {
            return storable(key, context);
        }
    }
}
