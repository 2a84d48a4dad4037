package no.opptrapping.platform.concurrency;

import jakarta.ws.rs.HeaderParam;
import java.util.regex.Pattern;
import no.opptrapping.platform.problems.BadInput;
import no.opptrapping.platform.problems.BrokenRule;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * The header <code>If-Match</code> of what several people edit: <code>@BeanParam IfMatch ifMatch</code>. Whoever does not
 * send it is answered 428, and 400 if it is neither tags nor <code>*</code>; that the version is another (412) is the use
 * case's to say.
 */
public class IfMatch {
    private static final Pattern FORM =
            Pattern.compile("\\*|(W/)?\"[\\x21\\x23-\\x7e]*\"(\\s*,\\s*(W/)?\"[\\x21\\x23-\\x7e]*\")*");

    @HeaderParam("If-Match")
    @Parameter(example = "*")
    private @Nullable String header;

    /**
     * What the caller has read.
     *
     * @throws VersionMissing which platform answers 428, when it is not said
     * @throws BadInput which platform answers 400, when it is not of its form
     */
    public Read required() {
        if (header == null) {
            throw new VersionMissing();
        }
        if (!FORM.matcher(header.strip()).matches()) {
            throw new BadInput(BrokenRule.of("validation.bad-parameter", "header:If-Match"));
        }
        return new Read(header);
    }

    /**
     * What a caller has read of what it changes.
     *
     * @param header one tag, several, or <code>*</code> for whichever version there is
     */
    public record Read(String header) {
        /** Whether it is this version. */
        public boolean is(long version) {
            return ETags.matches(header, version);
        }

        /** Whether it has this tag, without quotation marks. */
        public boolean is(String tag) {
            return ETags.matches(header, tag);
        }
    }
}
