package no.opptrapping.platform.problems;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.stream.Collectors;

/** Where in a body Jackson stopped, and why. */
final class JsonFaults {
    private JsonFaults() {}

    static BrokenRule fault(JsonProcessingException e) {
        return switch (e) {
            case UnrecognizedPropertyException unknown ->
                BrokenRule.of("json.unknown-property", pointer(unknown), "property", unknown.getPropertyName());
            case StrictJson.NulCharacter nul -> BrokenRule.of("validation.nul-character", pointer(nul));
            case JsonMappingException mapping
            when !mapping.getPath().isEmpty() -> BrokenRule.of("json.wrong-value", pointer(mapping));
            default -> BrokenRule.of("json.malformed", "");
        };
    }

    private static String pointer(JsonMappingException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null
                        ? Pointers.step(step.getIndex())
                        : Pointers.step(step.getFieldName()))
                .collect(Collectors.joining());
    }
}
