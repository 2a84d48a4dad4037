package no.opptrapping.grant.awards.rest;

import java.util.Map;
import no.opptrapping.grant.awards.AwardLetter.Letter;
import no.opptrapping.grant.awards.AwardLetter.Section;
import no.opptrapping.platform.language.Language;
import no.opptrapping.platform.language.Texts;

/** An award letter as a page that can be read and printed. */
final class LetterHtml {
    private static final String STYLE = """
        body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
        h1{font-size:1.5rem}h2{font-size:1.125rem;margin-top:1.5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}
        dt{font-weight:600}dd{margin:0}.note{border:1px solid #595959;padding:.5rem .75rem}
        """;

    private LetterHtml() {}

    /** The page; the note, when there is one, stands before everything else. */
    static String of(Letter letter, Language language, Texts texts, String note) {
        var page = new StringBuilder();
        page.append("<!doctype html>\n<html lang=\"")
                .append(letter.language())
                .append("\">\n"
                        + "<head><meta charset=\"utf-8\"><meta name=\"viewport\""
                        + " content=\"width=device-width\"><title>")
                .append(escaped(letter.title()))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><main>\n");
        if (!note.isEmpty()) {
            page.append("<p class=\"note\">").append(escaped(note)).append("</p>\n");
        }
        page.append("<h1>").append(escaped(letter.title())).append("</h1>\n<dl>");
        fact(page, texts.text(language, "letter.recipient", Map.of()), letter.recipient());
        fact(
                page,
                texts.text(language, "letter.date", Map.of()),
                texts.text(language, "letter.on", Map.of("date", letter.date())));
        fact(page, texts.text(language, "letter.reference", Map.of()), letter.reference());
        page.append("</dl>\n");
        letter.sections().forEach(section -> section(page, section));
        page.append("<p><a href=\"")
                .append(escaped(letter.explanation()))
                .append("\">")
                .append(escaped(texts.text(language, "letter.explanation", Map.of())))
                .append("</a></p>\n");
        page.append("<p>")
                .append(escaped(texts.text(language, "letter.contact", Map.of())))
                .append(": ")
                .append(escaped(letter.contact().name()))
                .append(", ")
                .append(escaped(letter.contact().email()))
                .append("</p>\n</main></body>\n</html>\n");
        return page.toString();
    }

    private static void fact(StringBuilder page, String name, String value) {
        page.append("<dt>")
                .append(escaped(name))
                .append("</dt><dd>")
                .append(escaped(value))
                .append("</dd>");
    }

    private static void section(StringBuilder page, Section section) {
        page.append("<h2 id=\"")
                .append(section.code())
                .append("\">")
                .append(escaped(section.title()))
                .append("</h2>\n");
        section.paragraphs()
                .forEach(paragraph ->
                        page.append("<p>").append(escaped(paragraph)).append("</p>\n"));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
