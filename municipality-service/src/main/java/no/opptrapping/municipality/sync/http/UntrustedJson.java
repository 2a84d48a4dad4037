package no.opptrapping.municipality.sync.http;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import no.opptrapping.municipality.sync.SourceFault;
import no.opptrapping.municipality.sync.SourceFault.Reason;

/** Reads an answer as JSON (RFC 8259) from somebody who is not trusted: UTF-8, whole, unambiguous, not nested without end. */
final class UntrustedJson {
    private static final int DEEPEST = 30;
    private static final int LONGEST_TEXT = 100_000;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern JSON_TYPE =
            Pattern.compile("application/(?:json|hal\\+json|vnd\\.[a-z0-9.+-]+\\+json)(?:\\s*;.*)?");
    private static final Pattern FOREIGN_CHARSET = Pattern.compile(".*;\\s*charset\\s*=\\s*\"?(?!utf-?8\\b).*");

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private UntrustedJson() {}

    /**
     * The text of an answer.
     *
     * @throws SourceFault if the answer is not said to be JSON, or is no UTF-8
     */
    static String text(Peer.Answer answer) throws SourceFault {
        var type = answer.contentType().toLowerCase(Locale.ROOT);
        if (!JSON_TYPE.matcher(type).matches()) {
            throw new SourceFault(Reason.NOT_JSON, Map.of());
        }
        var encoding = answer.contentEncoding().toLowerCase(Locale.ROOT);
        if (FOREIGN_CHARSET.matcher(type).matches() || !(encoding.isEmpty() || encoding.equals("identity"))) {
            throw new SourceFault(Reason.BADLY_ENCODED, Map.of());
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(answer.body().duplicate())
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw new SourceFault(Reason.BADLY_ENCODED, Map.of());
            }
            return text;
        } catch (CharacterCodingException notUtf8) {
            throw withCause(Reason.BADLY_ENCODED, notUtf8);
        }
    }

    /**
     * The JSON of a text.
     *
     * @throws SourceFault if it is no whole JSON text
     */
    static JsonNode parse(String text) throws SourceFault {
        try {
            var node = MAPPER.readTree(text);
            if (node == null || node.isMissingNode()) {
                throw new SourceFault(Reason.MALFORMED, Map.of());
            }
            return node;
        } catch (JsonProcessingException notJson) {
            throw withCause(Reason.MALFORMED, notJson);
        }
    }

    private static SourceFault withCause(Reason reason, Exception cause) {
        var fault = new SourceFault(reason, Map.of());
        fault.initCause(cause);
        return fault;
    }
}
