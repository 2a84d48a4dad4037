package no.opptrapping.grant.forms.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import no.opptrapping.grant.calls.CallId;
import no.opptrapping.grant.forms.FormContent;
import no.opptrapping.grant.forms.FormContent.Choice;
import no.opptrapping.grant.forms.FormVersion;
import no.opptrapping.grant.forms.SeeForm;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a call asks besides the typed core of an application: texts in all languages, and the rules of the answers. */
@Schema(name = "Form")
record FormResponse(
        CallId callId,

        @Schema(description = "The version of the call's form; null when it asks nothing besides the typed core")
        @Nullable
        Integer version,

        @Schema(description = "Which edition of the version it is; null when there is no version") @Nullable
        Integer edition,

        @Schema(description = "Since when applicants are asked it; null while it is a draft") @Nullable
        Instant publishedAt,

        @Schema(maxItems = 40) List<FormContent.Section> sections,

        @Schema(
                type = SchemaType.OBJECT,
                additionalProperties = Schema.True.class,
                implementation = Object.class,
                description =
                        "JSON Schema 2020-12 of the answers; with titles in the language asked for, where it is read"
                                + " as what the call asks now")
        JsonNode schema) {
    /** As it was written. */
    static FormResponse of(FormVersion version) {
        return of(version, version.content().schema());
    }

    /** As it is asked, with titles in the schema, so that a program can show it without knowing more. */
    static FormResponse of(SeeForm.Seen seen, Language language) {
        return seen.form()
                .map(version -> of(version, titled(version.content(), language)))
                .orElseGet(() -> new FormResponse(seen.call().id(), null, null, null, List.of(), nothing()));
    }

    private static FormResponse of(FormVersion version, JsonNode schema) {
        return new FormResponse(
                version.call(),
                version.number(),
                version.edition(),
                version.publication().map(FormVersion.Publication::at).orElse(null),
                version.content().sections(),
                schema);
    }

    private static JsonNode nothing() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("$schema", "https://json-schema.org/draft/2020-12/schema")
                .put("type", "object")
                .put("additionalProperties", false);
    }

    private static JsonNode titled(FormContent content, Language language) {
        var schema = content.schema().<ObjectNode>deepCopy();
        content.questions().forEach(question -> {
            if (schema.path("properties").path(question.code()) instanceof ObjectNode answer) {
                title(answer, question.title(), question.help(), language);
                choices(
                        answer.path("items") instanceof ObjectNode each ? each : answer,
                        question.allChoices(),
                        language);
                question.allFields().forEach(field -> {
                    if (answer.path("items").path("properties").path(field.code()) instanceof ObjectNode part) {
                        title(part, field.title(), field.help(), language);
                        choices(part, field.allChoices(), language);
                    }
                });
            }
        });
        return schema;
    }

    private static void title(ObjectNode of, LocalisedText title, @Nullable LocalisedText help, Language language) {
        of.put("title", title.in(language));
        if (help != null) {
            of.put("description", help.in(language));
        }
    }

    /** A list of choices with a title each, as programs that show forms read it, in place of bare codes. */
    private static void choices(ObjectNode of, List<Choice> choices, Language language) {
        if (!choices.isEmpty()) {
            of.remove("enum");
            var each = of.putArray("oneOf");
            choices.forEach(one -> each.addObject()
                    .put("const", one.code())
                    .put("title", one.name().in(language)));
        }
    }
}
