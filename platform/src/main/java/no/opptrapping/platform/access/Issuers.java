package no.opptrapping.platform.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts nothing without an issuer, or with one whose keys come over plain HTTP, which whoever stands between could exchange (OpenID
 * Connect Discovery 1.0 section 3 demands https).
 */
@ApplicationScoped
class Issuers {
    private static final String NOT_SET = "//not-set.invalid";

    private final List<String> issuers;
    private final boolean plain;

    Issuers(
            @ConfigProperty(name = "opptrapping.maskinporten.issuer") String maskinporten,
            @ConfigProperty(name = "opptrapping.staff.issuer") String staff,
            @ConfigProperty(name = "opptrapping.plain-issuers") boolean plain) {
        this.issuers = List.of(maskinporten, staff);
        this.plain = plain;
    }

    void check(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) StartupEvent started) {
        for (var issuer : issuers) {
            if (issuer.contains(NOT_SET)) {
                throw new IllegalStateException("It is not said whose tokens are believed: set OPPTRAPPING_ISSUER, or"
                        + " OPPTRAPPING_MASKINPORTEN_ISSUER and OPPTRAPPING_STAFF_ISSUER.");
            }
            if (!plain && !issuer.startsWith("https://")) {
                throw new IllegalStateException("The issuer " + issuer + " is not reached over https: see"
                        + " OPPTRAPPING_ISSUER, OPPTRAPPING_MASKINPORTEN_ISSUER and OPPTRAPPING_STAFF_ISSUER.");
            }
        }
    }
}
