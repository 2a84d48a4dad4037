package no.opptrapping.platform.csv;

import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The parameter <code>dialect</code> of what can be answered as CSV: <code>@BeanParam CsvQuery csv</code>. */
public class CsvQuery {
    @QueryParam("dialect")
    @Parameter(
            description = "Of CSV only: rfc4180 (the default) has commas, a decimal point and no byte order mark, for"
                    + " programs; excel has semicolons, a decimal comma and a byte order mark, which Excel with Norwegian"
                    + " settings opens with a double click",
            example = "rfc4180")
    private @Nullable CsvDialect dialect;

    /** How CSV is to be written; for programs unless the caller asks for something else. */
    public CsvDialect dialect() {
        return Objects.requireNonNullElse(dialect, CsvDialect.RFC_4180);
    }
}
