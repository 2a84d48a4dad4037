package no.opptrapping.grant.allocation.rest;

import java.util.List;
import java.util.Map;
import no.opptrapping.platform.language.Language;

/** Writes a page in the order in which it is read: headings, paragraphs, facts and tables with named rows and columns. */
final class Html {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a}
            h1{font-size:1.5rem}h2{font-size:1.2rem;margin-top:2rem}p{max-width:42rem;overflow-wrap:anywhere}
            dl{display:grid;grid-template-columns:max-content 1fr;gap:0 1rem}dt{font-weight:600}dd{margin:0}
            .note{border:1px solid #595959;padding:.5rem .75rem}.scroll{overflow-x:auto}
            table{border-collapse:collapse;margin:1rem 0}caption{text-align:left;font-weight:600;padding:.25rem 0}
            th,td{padding:.25rem .75rem;border-bottom:1px solid #767676;text-align:right;vertical-align:top}
            th:first-child{text-align:left}tbody th,tfoot th{font-weight:400}tfoot tr:last-child>*{font-weight:700}
            @media print{body{margin:0;max-width:none;font-size:10pt}table,h2{break-inside:avoid}h2{break-after:avoid}
            .scroll{overflow:visible}}
            """;

    private final StringBuilder page = new StringBuilder();
    private boolean inFoot;

    Html(Language language, String title) {
        page.append("<!doctype html>\n<html lang=\"")
                .append(language.tag())
                .append("\">\n<head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\">")
                .append("<title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head>\n<body><main>\n");
    }

    void note(String text) {
        page.append("<p class=\"note\">").append(escaped(text)).append("</p>\n");
    }

    void heading(int level, String text) {
        element("h" + level, text);
    }

    void paragraph(String text) {
        element("p", text);
    }

    void facts(List<Map.Entry<String, String>> facts) {
        page.append("<dl>");
        facts.forEach(fact -> {
            element("dt", fact.getKey());
            element("dd", fact.getValue());
        });
        page.append("</dl>\n");
    }

    /** Begins a table; the first column's heading names what the rows are. */
    void table(String caption, List<String> heads) {
        page.append("<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"")
                .append(escaped(caption))
                .append("\"><table>");
        element("caption", caption);
        page.append("<thead><tr>");
        heads.forEach(
                head -> page.append("<th scope=\"col\">").append(escaped(head)).append("</th>"));
        page.append("</tr></thead>\n<tbody>");
        inFoot = false;
    }

    /** What follows sums up the table. */
    void foot() {
        page.append("</tbody><tfoot>");
        inFoot = true;
    }

    void row(String name, List<String> cells) {
        page.append("<tr><th scope=\"row\">").append(escaped(name)).append("</th>");
        cells.forEach(cell -> page.append("<td>").append(escaped(cell)).append("</td>"));
        page.append("</tr>\n");
    }

    void endTable() {
        page.append(inFoot ? "</tfoot>" : "</tbody>").append("</table></div>\n");
    }

    String end() {
        return page.append("</main></body>\n</html>\n").toString();
    }

    private void element(String name, String text) {
        page.append('<')
                .append(name)
                .append('>')
                .append(escaped(text))
                .append("</")
                .append(name)
                .append(">\n");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
