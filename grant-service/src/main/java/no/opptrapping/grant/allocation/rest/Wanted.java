package no.opptrapping.grant.allocation.rest;

import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which of the media types on offer a caller wants most: by {@code Accept}, and the first where any will do. */
final class Wanted {
    private Wanted() {}

    /** One of the types on offer; a caller that wants none of them gets 406. */
    static String of(HttpHeaders headers, List<String> offered) {
        return headers.getAcceptableMediaTypes().stream()
                .flatMap(accepted -> offered.stream().filter(type -> accepted.isCompatible(MediaType.valueOf(type))))
                .findFirst()
                .orElseThrow(NotAcceptableException::new);
    }
}
