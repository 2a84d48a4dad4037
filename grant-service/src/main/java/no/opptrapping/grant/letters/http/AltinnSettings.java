package no.opptrapping.grant.letters.http;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** How Altinn Correspondence is reached; off unless somebody switches it on. */
@ConfigMapping(prefix = "opptrapping.altinn")
interface AltinnSettings {
    /** Whether letters can be sent through it. */
    boolean enabled();

    /** Where Altinn's platform is. */
    URI url();

    /** The resource that the Directorate has registered for its letters. */
    String resource();

    /** The Directorate's own organisation number, which sends. */
    String sender();

    /** Where Maskinporten gives tokens. */
    URI tokenUrl();

    /** Whom an assertion is for: Maskinporten's issuer. */
    String tokenAudience();
}
