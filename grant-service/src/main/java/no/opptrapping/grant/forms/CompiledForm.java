package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;

/** A version of a form that answers can be held against, again and again. */
public final class CompiledForm {
    private static final SchemaRegistryConfig CONFIG = SchemaRegistryConfig.builder()
            .formatAssertionsEnabled(true)
            .regularExpressionFactory(new LinearPatterns())
            .build();

    private static final Schema OF_SCHEMAS = registry().getSchema(SchemaLocation.of(FormSchemaRules.DIALECT));
    private static final int DEEPEST_ANSWER = 4;

    private final int number;
    private final FormContent content;
    private final Set<String> questions;
    private final Schema rules;

    private CompiledForm(int number, FormContent content) {
        this.number = number;
        this.content = content;
        this.questions = content.questions().map(FormContent.Question::code).collect(Collectors.toUnmodifiableSet());
        this.rules = registry().getSchema(closed(content.schema()));
        this.rules.initializeValidators();
    }

    static CompiledForm of(int number, FormContent content) {
        return new CompiledForm(number, content);
    }

    /** A registry that fetches nothing from anywhere. */
    private static SchemaRegistry registry() {
        return SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemaRegistryConfig(CONFIG).schemaCacheEnabled(false));
    }

    /** What JSON Schema 2020-12 itself finds wrong with a schema. */
    static List<Error> faultsOf(JsonNode schema) {
        return OF_SCHEMAS.validate(schema);
    }

    /** Rows hold nothing but their fields; that other questions are no questions is told by name, not by the schema. */
    private static JsonNode closed(JsonNode schema) {
        var closed = schema.<ObjectNode>deepCopy();
        closed.remove("additionalProperties");
        closed.path("properties").forEach(question -> {
            if (question.path("items") instanceof ObjectNode items && items.has("properties")) {
                items.put("additionalProperties", false);
            }
        });
        return closed;
    }

    /** Which version of its call's form it is. */
    public int number() {
        return number;
    }

    public FormContent content() {
        return content;
    }

    /** Answers as they can be kept, and why they cannot. */
    public record Reading(ObjectNode answers, List<BrokenRule> broken) {}

    /**
     * Answers as they are kept; refused are those beyond every bound, and an answer to what is not asked.
     *
     * @param before what was kept before: what was asked once may stay until it is removed
     */
    public Reading read(JsonNode answers, ObjectNode before) {
        var bounds = JsonBounds.brokenBy(answers, "/answers", DEEPEST_ANSWER);
        if (!bounds.isEmpty()) {
            return new Reading(Answers.none(), bounds);
        }
        var kept = Answers.kept(answers);
        return new Reading(
                kept,
                kept.properties().stream()
                        .filter(answer -> !questions.contains(answer.getKey()))
                        .filter(answer -> !answer.getValue().equals(before.get(answer.getKey())))
                        .map(answer -> BrokenRule.of(
                                "answer.unknown-question",
                                "/answers" + Pointers.step(answer.getKey()),
                                "question",
                                answer.getKey()))
                        .toList());
    }

    /** The ids of attachments that the answers name, as they are written, by pointers from {@code /answers}. */
    public Map<String, String> files(JsonNode answers) {
        return content.files(answers);
    }

    /** What the answers lack, or what is wrong with them, before they can be submitted; with pointers from {@code /answers}. */
    public List<BrokenRule> missing(ObjectNode answers) {
        var broken = AnswerFaults.of(rules.validate(answers));
        answers.fieldNames().forEachRemaining(name -> {
            if (!questions.contains(name)) {
                broken.add(BrokenRule.of("answer.no-longer-asked", "/answers" + Pointers.step(name)));
            }
        });
        return broken;
    }
}
