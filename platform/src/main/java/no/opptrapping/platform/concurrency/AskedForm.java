package no.opptrapping.platform.concurrency;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Variant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The form in which a caller asks ({@code Accept}) for what is there as data, as a page and as a document. */
public enum AskedForm {
    /** JSON, which is also what whoever says nothing gets. */
    DATA(MediaType.APPLICATION_JSON),
    /** A page of HTML in UTF-8. */
    PAGE("text/html;charset=UTF-8"),
    /** PDF/UA. */
    DOCUMENT("application/pdf");

    /** The media type of documents, for {@code @Produces}. */
    public static final String PDF = "application/pdf";

    private static final List<Variant> OFFERED = Variant.mediaTypes(
                    MediaType.APPLICATION_JSON_TYPE, MediaType.TEXT_HTML_TYPE, MediaType.valueOf(PDF))
            .build();

    private final String type;

    AskedForm(String type) {
        this.type = type;
    }

    /**
     * What the request asks for.
     *
     * @throws NotAcceptableException when it accepts none of the three
     */
    public static AskedForm of(Request request) {
        var wanted = Optional.ofNullable(request.selectVariant(OFFERED))
                .orElseThrow(NotAcceptableException::new)
                .getMediaType();
        return Arrays.stream(values())
                .filter(form -> form.type().isCompatible(wanted))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }

    /** What the answer says it is. */
    public MediaType type() {
        return MediaType.valueOf(type);
    }
}
