package no.opptrapping.reporting.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One edition of a form. An edition is never changed once it has been used; a change is a new one.
 *
 * @param edition the first year that it is asked for
 * @param schema what answers look like, as JSON Schema 2020-12
 * @param questions the questions in the order of the form
 */
@Schema(name = "ReportForm")
public record Form(String code, int edition, JsonNode schema, List<Question> questions) {
    public Form {
        questions = List.copyOf(questions);
    }
}
