package no.opptrapping.grant.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import no.opptrapping.grant.forms.FormContent.Choice;
import no.opptrapping.grant.forms.FormContent.Field;
import no.opptrapping.grant.forms.FormContent.Question;
import no.opptrapping.grant.pages.FormBlock;
import no.opptrapping.grant.pages.FormBlock.Entry;
import no.opptrapping.grant.pages.PageText;
import no.opptrapping.platform.language.LocalisedText;
import no.opptrapping.platform.values.WrittenDates;
import org.jspecify.annotations.Nullable;

/** The questions of a form as they stand on a page, blank or answered. */
public final class QuestionBlocks {
    private final FormContent form;
    private final Map<String, String> files;
    private final PageText text;

    private QuestionBlocks(FormContent form, Map<String, String> files, PageText text) {
        this.form = form;
        this.files = files;
        this.text = text;
    }

    /** The sections of the form, left to be written. */
    public static List<FormBlock> blank(FormContent form, PageText text) {
        var blocks = new QuestionBlocks(form, Map.of(), text);
        return blocks.of(blocks::blank);
    }

    /**
     * The sections of the form with what is answered in them.
     *
     * @param files the names of the application's attachments by their ids
     */
    public static List<FormBlock> answered(
            FormContent form, JsonNode answers, Map<String, String> files, PageText text) {
        var blocks = new QuestionBlocks(form, files, text);
        return blocks.of(question -> blocks.answered(question, answers.path(question.code())));
    }

    private List<FormBlock> of(Function<Question, Entry> entry) {
        return form.sections().stream()
                .map(section -> new FormBlock(
                        section.title().in(text.language()),
                        said(section.help()),
                        section.questions().stream().map(entry).toList()))
                .toList();
    }

    private Entry blank(Question question) {
        var choices = "boolean".equals(rule(question).path("type").asText())
                ? List.of(text.of("form.page.yes"), text.of("form.page.no"))
                : question.allChoices().stream()
                        .map(choice -> choice.name().in(text.language()))
                        .toList();
        var fields = question.allFields().stream()
                .map(field -> field.title().in(text.language()))
                .collect(Collectors.joining("; "));
        var help = fields.isEmpty() ? said(question.help()) : text.of("form.page.each-row", "fields", fields);
        return new Entry(question.title().in(text.language()), help, List.of(), choices);
    }

    private Entry answered(Question question, JsonNode answer) {
        return new Entry(question.title().in(text.language()), "", paragraphs(question, answer), List.of());
    }

    private List<String> paragraphs(Question question, JsonNode answer) {
        if (answer.isMissingNode() || answer.isNull()) {
            return List.of(text.of("form.page.not-answered"));
        }
        if (answer.isArray()) {
            return answer.isEmpty()
                    ? List.of(text.of("form.page.not-answered"))
                    : StreamSupport.stream(answer.spliterator(), false)
                            .map(one -> one.isObject()
                                    ? row(question, one)
                                    : value(
                                            question.allChoices(),
                                            rule(question).path("items"),
                                            one))
                            .toList();
        }
        return value(question.allChoices(), rule(question), answer).lines().toList();
    }

    private String row(Question question, JsonNode row) {
        var rules = rule(question).path("items").path("properties");
        return question.allFields().stream()
                .filter(field -> row.has(field.code()))
                .map(field -> field(field, rules.path(field.code()), row.path(field.code())))
                .collect(Collectors.joining("; "));
    }

    private String field(Field field, JsonNode rule, JsonNode answer) {
        return field.title().in(text.language()) + ": " + value(field.allChoices(), rule, answer);
    }

    private String value(List<Choice> choices, JsonNode rule, JsonNode answer) {
        if (answer.isBoolean()) {
            return answer.asBoolean() ? text.of("form.page.yes") : text.of("form.page.no");
        }
        if (answer.isNumber()) {
            return text.plain(answer.decimalValue().toPlainString());
        }
        var written = answer.asText();
        if ("date".equals(rule.path("format").asText())) {
            return date(written)
                    .map(day -> text.of("form.page.date", "date", day))
                    .orElse(written);
        }
        if (FormContent.ATTACHMENT.equals(rule.path("format").asText())) {
            return files.getOrDefault(written, written);
        }
        return choices.stream()
                .filter(choice -> choice.code().equals(written))
                .findFirst()
                .map(choice -> choice.name().in(text.language()))
                .orElse(written);
    }

    private static Optional<LocalDate> date(String written) {
        try {
            return Optional.of(WrittenDates.date(written));
        } catch (RuntimeException notADate) {
            return Optional.empty();
        }
    }

    private JsonNode rule(Question question) {
        return form.schema().path("properties").path(question.code());
    }

    private String said(@Nullable LocalisedText help) {
        return help == null ? "" : help.in(text.language());
    }
}
