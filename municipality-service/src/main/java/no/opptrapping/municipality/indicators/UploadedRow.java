package no.opptrapping.municipality.indicators;

import java.util.List;
import java.util.Optional;

/**
 * One line of an upload, as it was written.
 *
 * @param numbers whose value it is: one municipality, or several that have a figure together
 * @param value the text of the value; empty if there is none
 * @param status the text of the status; empty if there is none
 * @param place where it stands: a JSON pointer, or {@code line:12}
 * @param notation how a figure is written in it
 */
public record UploadedRow(
        List<String> numbers, Optional<String> value, Optional<String> status, String place, Notation notation) {
    public UploadedRow {
        numbers = List.copyOf(numbers);
    }
}
