package no.opptrapping.municipality.indicators.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import no.opptrapping.municipality.indicators.Category;
import no.opptrapping.municipality.indicators.IndicatorDefinition;
import no.opptrapping.municipality.indicators.IndicatorKind;
import no.opptrapping.platform.body.BodyReader;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/**
 * Reads the definition of an indicator.
 *
 * @param definition to be used only when there are no faults
 */
record DefinitionBody(IndicatorDefinition definition, List<BrokenRule> faults) {
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final LocalisedText NO_TEXT = new LocalisedText("", "", "");

    static DefinitionBody read(@Nullable JsonNode json) {
        var body = BodyReader.of(json).require("code", "kind", "name", "unit", "source", "licence");
        var definition = new IndicatorDefinition(
                code(body),
                body.parsed("kind", "indicator.bad-kind", DefinitionBody::kind).orElse(IndicatorKind.QUANTITY),
                body.localised("name", 200).orElse(NO_TEXT),
                body.text("unit", 50).orElse(""),
                body.text("source", 200).orElse(""),
                body.text("licence", 100).orElse(""),
                body.list("categories", 200, DefinitionBody::category));
        return new DefinitionBody(definition, body.faults());
    }

    private static Category category(BodyReader category) {
        category.require("code", "name");
        return new Category(code(category), category.localised("name", 200).orElse(NO_TEXT));
    }

    private static String code(BodyReader body) {
        return body.parsed("code", "indicator.bad-code", DefinitionBody::code).orElse("");
    }

    private static Optional<String> code(String text) {
        return text.length() <= 50 && CODE.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static Optional<IndicatorKind> kind(String text) {
        return Arrays.stream(IndicatorKind.values())
                .filter(kind -> kind.code().equals(text))
                .findFirst();
    }
}
