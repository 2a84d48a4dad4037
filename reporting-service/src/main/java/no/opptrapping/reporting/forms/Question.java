package no.opptrapping.reporting.forms;

import java.util.List;
import no.opptrapping.platform.language.LocalisedText;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One question of a form.
 *
 * @param id stable over the editions
 * @param section the part of the form that it stands in
 * @param pointer where the answer stands: a JSON pointer in which {@code *} is each element of a list
 * @param unit what is counted; null for a choice or a text
 * @param constant whether it is asked in the same way every year, so that the answers make a series
 * @param sizes in which sizes of the form it is asked
 * @param statistic the table that the answers go into; null when none
 * @param options the possible answers of a choice; empty for a number or a text
 */
@Schema(name = "FormQuestion")
public record Question(
        String id,
        String section,
        String pointer,
        LocalisedText text,
        @Nullable String unit,
        boolean constant,
        List<FormSize> sizes,
        @Nullable String statistic,
        List<Option> options) {
    /** A possible answer. */
    @Schema(name = "QuestionOption")
    public record Option(String code, LocalisedText text) {}

    public Question {
        sizes = List.copyOf(sizes);
        options = List.copyOf(options);
    }
}
