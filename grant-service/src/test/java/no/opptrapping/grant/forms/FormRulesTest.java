package no.opptrapping.grant.forms;

import static no.opptrapping.grant.testing.FormBodies.answers;
import static no.opptrapping.grant.testing.FormBodies.form;
import static no.opptrapping.grant.testing.FormBodies.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.opptrapping.platform.problems.BrokenRule;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a form may ask, and what its answers are told. */
class FormRulesTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Test
    void takesAFormWithQuestionsOfEveryKindAndAnswersThatKeepItsRules() {
        assertThat(FormContentRules.brokenBy(content(schema()))).isEmpty();
        assertThat(missing(answers())).isEmpty();
    }

    static Stream<Arguments> spoiledAnswers() {
        return Stream.of(
                arguments("users", null, "/answers/users answer.missing"),
                arguments("users", "forty", "/answers/users answer.not-whole"),
                arguments("users", 1.5, "/answers/users answer.not-whole"),
                arguments("users", 0, "/answers/users answer.too-small"),
                arguments("users", 100_001, "/answers/users answer.too-large"),
                arguments("description", "Kort", "/answers/description answer.too-short"),
                arguments("description", "x".repeat(501), "/answers/description answer.too-long"),
                arguments("measured", "ja", "/answers/measured answer.not-yes-or-no"),
                arguments("frequency", "daily", "/answers/frequency answer.not-a-choice"),
                arguments("frequency", "never", "/answers/why answer.missing"),
                arguments("groups", "young", "/answers/groups answer.not-a-list"),
                arguments("groups", List.of("young", "young"), "/answers/groups answer.twice"),
                arguments("groups", List.of("young", "middle"), "/answers/groups/1 answer.not-a-choice"),
                arguments("partners", List.of(Map.of()), "/answers/partners/0/name answer.missing"),
                arguments("partners", List.of("NAV"), "/answers/partners/0 answer.not-a-row"),
                arguments(
                        "partners",
                        List.of(Map.of("name", "NAV", "since", "i fjor")),
                        "/answers/partners/0/since answer.not-a-date"),
                arguments(
                        "partners",
                        List.of(Map.of("name", "NAV", "boss", "Kari")),
                        "/answers/partners/0/boss answer.unknown-question"));
    }

    @ParameterizedTest
    @MethodSource("spoiledAnswers")
    void saysWhatIsWrongWithAnAnswerInItsPlace(String question, Object answer, String fault) {
        var spoiled = answers();
        spoiled.put(question, answer);
        assertThat(missing(spoiled)).containsExactly(fault);
    }

    @Test
    void saysEverythingThatIsMissingAtOnce() {
        assertThat(missing(Map.of()))
                .containsExactlyInAnyOrder(
                        "/answers/users answer.missing",
                        "/answers/description answer.missing",
                        "/answers/frequency answer.missing");
    }

    @Test
    void aBlankAnswerIsNone() {
        var blank = answers();
        blank.put("description", " \u200b\u2060\n ");
        assertThat(missing(blank)).containsExactly("/answers/description answer.missing");
    }

    @Test
    void keepsWhatWasAnsweredWhenItIsNoLongerAskedButTakesNothingNewOfTheKind() {
        var form = CompiledForm.of(2, content(schema()));
        var before = Answers.kept(json(Map.of("gone", 1.5)));
        assertThat(codes(form.read(json(Map.of("gone", 1.5)), before).broken())).isEmpty();
        assertThat(codes(form.missing(before))).contains("/answers/gone answer.no-longer-asked");
        assertThat(codes(form.read(json(Map.of("gone", 2)), before).broken()))
                .containsExactly("/answers/gone answer.unknown-question");
    }

    static Stream<Arguments> hostileAnswers() {
        return Stream.of(
                arguments("{\"users\": 1e999999999}", "/answers/users form.number-out-of-range"),
                arguments("{\"users\": 1e-999999999}", "/answers/users form.number-out-of-range"),
                arguments("{\"users\": 12345678901234567890}", "/answers/users form.number-out-of-range"),
                arguments("{\"users\": 1.0000000000000000001}", "/answers/users form.number-out-of-range"),
                arguments("{\"groups\": [[[[1]]]]}", "/answers/groups/0/0/0 form.too-deep"),
                arguments("{\"why\": \"a\\u0000b\"}", "/answers/why validation.nul-character"),
                arguments("{\"why\": \"a\\u0007b\"}", "/answers/why body.control-character"),
                arguments("{\"why\": \"\\ud800\"}", "/answers/why body.control-character"),
                arguments("{\"" + "n".repeat(101) + "\": 1}", "/answers form.name-malformed"),
                arguments("{\"why\": [" + "1,".repeat(6_000) + "1]}", "/answers form.too-much"));
    }

    @ParameterizedTest
    @MethodSource("hostileAnswers")
    void refusesWhatNobodyAnswers(String answers, String fault) throws JsonProcessingException {
        var read = CompiledForm.of(1, content(schema())).read(JSON.readTree(answers), Answers.none());
        assertThat(codes(read.broken())).containsExactly(fault);
    }

    static Stream<Arguments> spoiledSchemas() {
        return Stream.of(
                arguments(
                        "/$schema",
                        "\"http://json-schema.org/draft-07/schema#\"",
                        "/schema/$schema form.other-dialect"),
                arguments("/type", "\"array\"", "/schema/type form.not-of-objects"),
                arguments("/$ref", "\"https://example.com/s\"", "/schema/$ref form.keyword-not-supported"),
                arguments(
                        "/properties/users/$ref", "\"#\"", "/schema/properties/users/$ref form.keyword-not-supported"),
                arguments(
                        "/properties/users/mininum",
                        "1",
                        "/schema/properties/users/mininum form.keyword-not-supported"),
                arguments("/properties/users/minimum", "\"1\"", "/schema/properties/users/minimum form.schema-invalid"),
                arguments(
                        "/properties/users/type", "\"money\"", "/schema/properties/users/type form.type-not-supported"),
                arguments("/properties/why/maxLength", "20001", "/schema/properties/why/maxLength form.unbounded"),
                arguments("/properties/groups/maxItems", "101", "/schema/properties/groups/maxItems form.unbounded"),
                arguments(
                        "/properties/why/pattern",
                        "\"(a+)\\\\1\"",
                        "/schema/properties/why/pattern form.pattern-refused"),
                arguments(
                        "/properties/why/pattern",
                        "\"(a{999}){999}\"",
                        "/schema/properties/why/pattern form.pattern-refused"),
                arguments("/properties/why/format", "\"iban\"", "/schema/properties/why/format form.format-unknown"),
                arguments("/properties/Why", "{\"type\": \"boolean\"}", "/schema/properties/Why form.name-malformed"),
                arguments(
                        "/properties/more",
                        "{\"type\": \"boolean\"}",
                        "/schema/properties/more form.question-without-text"),
                arguments(
                        "/properties/frequency/enum",
                        "[\"weekly\", \"monthly\", \"never\", \"daily\"]",
                        "/schema/properties/frequency/enum/3 form.choice-without-text"),
                arguments(
                        "/properties/frequency/enum",
                        "[\"weekly\", \"never\"]",
                        "/sections/1/questions/0/choices/1/code form.choice-unknown"),
                arguments(
                        "/properties/frequency/enum",
                        "{\"weekly\": 1}",
                        "/schema/properties/frequency/enum form.schema-invalid"),
                arguments("/required", "[\"usres\"]", "/schema/required/0 form.question-unknown"),
                arguments("/then", "{\"required\": [\"wy\"]}", "/schema/then/required/0 form.question-unknown"),
                arguments("/if", "{\"properties\": {\"wy\": {}}}", "/schema/if/properties/wy form.question-unknown"),
                arguments("/additionalProperties", "true", "/schema/additionalProperties form.not-closed"));
    }

    @ParameterizedTest
    @MethodSource("spoiledSchemas")
    void refusesASchemaThatCannotBeAForm(String where, String value, String fault) throws JsonProcessingException {
        var spoiled = json(schema());
        var parent = (ObjectNode) spoiled.at(where.substring(0, where.lastIndexOf('/')));
        parent.set(where.substring(where.lastIndexOf('/') + 1), JSON.readTree(value));
        var form = form();
        form.put("schema", spoiled);
        assertThat(codes(FormContentRules.brokenBy(JSON.convertValue(form, FormContent.class))))
                .contains(fault);
    }

    @Test
    void refusesAQuestionWithoutARuleAndWhatIsThereTwice() {
        var without = new LinkedHashMap<>(schema());
        without.put("properties", Map.of("users", Map.of("type", "integer")));
        without.remove("required");
        without.remove("if");
        without.remove("then");
        assertThat(codes(FormContentRules.brokenBy(content(without))))
                .contains("/sections/0/questions/1/code form.question-unknown");
    }

    @Test
    void noPatternTakesLongWhateverIsAnswered() {
        var slow = new LinkedHashMap<>(schema());
        var properties = new LinkedHashMap<>((Map<?, ?>) slow.get("properties"));
        slow.put(
                "properties",
                with(properties, "why", Map.of("type", "string", "maxLength", 20_000, "pattern", "^(a+)+$")));
        var form = CompiledForm.of(1, content(slow));
        var answers = answers();
        answers.put("why", "a".repeat(19_999) + "!");
        Assertions.assertTimeout(
                Duration.ofSeconds(5),
                () -> assertThat(codes(form.missing(json(answers)))).containsExactly("/answers/why answer.malformed"));
    }

    private static Map<Object, Object> with(Map<?, ?> map, Object key, Object value) {
        var changed = new LinkedHashMap<Object, Object>(map);
        changed.put(key, value);
        return changed;
    }

    private static FormContent content(Map<String, Object> schema) {
        return JSON.convertValue(form(schema), FormContent.class);
    }

    private static List<String> missing(Map<String, Object> answers) {
        var form = CompiledForm.of(1, content(schema()));
        var read = form.read(json(answers), Answers.none());
        assertThat(read.broken()).isEmpty();
        return codes(form.missing(read.answers()));
    }

    private static ObjectNode json(Map<String, Object> value) {
        return (ObjectNode) JSON.<JsonNode>valueToTree(value);
    }

    private static List<String> codes(List<BrokenRule> broken) {
        return broken.stream().map(rule -> rule.pointer() + " " + rule.code()).toList();
    }
}
