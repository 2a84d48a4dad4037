package no.opptrapping.grant.forms;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import no.opptrapping.platform.body.EachAtMost;
import no.opptrapping.platform.body.OwnRules;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.problems.BrokenRule;
import no.opptrapping.platform.problems.Pointers;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a form asks: its questions with their texts, in sections and in order, and the rules of the answers.
 *
 * @param schema JSON Schema 2020-12 of the answers, an object with a property for each question; the vocabulary is that of
 *     {@link FormSchemaRules}
 */
@Schema(name = "FormContent")
public record FormContent(
        @Schema(required = true, maxItems = 40) @Size(min = 1, max = 40)
        List<@NotNull @Valid Section> sections,

        @Schema(
                required = true,
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                implementation = Object.class,
                description = "JSON Schema 2020-12 of the answers: an object with a property for each question")
        @JsonDeserialize(using = ExactJson.class)
        JsonNode schema)
        implements OwnRules {
    /** The format of an answer that is a file: the id of an attachment of the application. */
    static final String ATTACHMENT = "attachment";

    /** How a section, a question or a field is called in JSON. */
    static final String NAME = "^[a-z][A-Za-z0-9]{0,39}$";

    /** The sections of a form, in order. */
    @Schema(name = "FormSection")
    public record Section(
            @Schema(required = true, maxLength = 40, pattern = NAME, examples = "need")
            @Size(max = 40)
            @Pattern(regexp = NAME, message = "form.name-malformed")
            String code,

            @Schema(required = true) @EachAtMost(longest = 200)
            LocalisedText title,

            @EachAtMost(longest = 2000) @Nullable LocalisedText help,

            @Schema(required = true, maxItems = 60) @Size(min = 1, max = 60)
            List<@NotNull @Valid Question> questions) {}

    /**
     * A question of the form, which nothing in code knows by name.
     *
     * @param choices what can be chosen, each with its text; none where there is nothing to choose from
     * @param fields what is asked in each row, where the answer is a list of rows
     * @param prefill what a renewal answers it with, from last year's report; null: with last year's answer
     */
    @Schema(name = "FormQuestion")
    public record Question(
            @Schema(required = true, maxLength = 40, pattern = NAME, examples = "waitingTime")
            @Size(max = 40)
            @Pattern(regexp = NAME, message = "form.name-malformed")
            String code,

            @Schema(required = true) @EachAtMost(longest = 500)
            LocalisedText title,

            @EachAtMost(longest = 2000) @Nullable LocalisedText help,

            @Schema(maxItems = 100) @Size(max = 100) @Nullable
            List<@NotNull @Valid Choice> choices,

            @Schema(maxItems = 20) @Size(max = 20) @Nullable List<@NotNull @Valid Field> fields,

            @Schema(
                    description = "Which figure of last year's report a renewal answers it with; left out:"
                            + " last year's answer")
            @Nullable
            ReportedFigure prefill) {
        /** What can be chosen; none where there is nothing to choose from. */
        @JsonIgnore
        public List<Choice> allChoices() {
            return Objects.requireNonNullElse(choices, List.of());
        }

        /** What is asked in each row; none where the answer is no list of rows. */
        @JsonIgnore
        public List<Field> allFields() {
            return Objects.requireNonNullElse(fields, List.of());
        }
    }

    /** What is asked in each row of an answer. */
    @Schema(name = "FormField")
    public record Field(
            @Schema(required = true, maxLength = 40, pattern = NAME, examples = "partner")
            @Size(max = 40)
            @Pattern(regexp = NAME, message = "form.name-malformed")
            String code,

            @Schema(required = true) @EachAtMost(longest = 500)
            LocalisedText title,

            @EachAtMost(longest = 2000) @Nullable LocalisedText help,

            @Schema(maxItems = 100) @Size(max = 100) @Nullable
            List<@NotNull @Valid Choice> choices) {
        /** What can be chosen; none where there is nothing to choose from. */
        @JsonIgnore
        public List<Choice> allChoices() {
            return Objects.requireNonNullElse(choices, List.of());
        }
    }

    /** One of the things that can be chosen. */
    @Schema(name = "FormChoice")
    public record Choice(
            @Schema(required = true, maxLength = 100, examples = "weekly") @Size(max = 100)
            String code,

            @Schema(required = true) @EachAtMost(longest = 500)
            LocalisedText name) {}

    /** Every question, in order. */
    @JsonIgnore
    public Stream<Question> questions() {
        return sections.stream().flatMap(section -> section.questions().stream());
    }

    @Override
    public List<BrokenRule> broken() {
        return FormContentRules.brokenBy(this);
    }
    /** The ids of attachments that the answers name, as they are written, by pointers from {@code /answers}. */
    public Map<String, String> files(JsonNode answers) {
        var files = new LinkedHashMap<String, String>();
        schema().path("properties").properties().forEach(question -> {
            var at = "/answers" + Pointers.step(question.getKey());
            files(question.getValue(), answers.path(question.getKey()), at, files);
        });
        return files;
    }

    private static void files(JsonNode rule, JsonNode answer, String at, Map<String, String> files) {
        if (answer.isTextual() && ATTACHMENT.equals(rule.path("format").asText())) {
            files.put(at, answer.asText());
        }
        for (var i = 0; i < answer.size() && answer.isArray(); i++) {
            files(rule.path("items"), answer.get(i), at + "/" + i, files);
        }
        if (answer.isObject()) {
            rule.path("properties")
                    .properties()
                    .forEach(field -> files(
                            field.getValue(), answer.path(field.getKey()), at + Pointers.step(field.getKey()), files));
        }
    }
}
