package no.opptrapping.platform.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import no.opptrapping.platform.values.MunicipalityNumber;

/**
 * The municipality that the caller of this request wants to act for, as the header {@code Acting-For} names it: a host
 * municipality or a supplier whose token is its own. The register decides whether it may.
 */
@RequestScoped
public class ActingFor {
    /** A municipality number. */
    public static final String HEADER = "Acting-For";

    private final HttpHeaders headers;

    ActingFor(HttpHeaders headers) {
        this.headers = headers;
    }

    /** Whether the caller names a municipality at all. */
    public boolean isNamed() {
        return headers.getHeaderString(HEADER) != null;
    }

    /** The number, or empty when none is named or it is no municipality number. */
    public Optional<MunicipalityNumber> number() {
        return Optional.ofNullable(headers.getHeaderString(HEADER)).flatMap(MunicipalityNumber::parse);
    }
}
