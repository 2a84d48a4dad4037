package no.opptrapping.platform.access;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Starts nothing with an issuer whose keys come over plain HTTP, which whoever stands between could exchange (OpenID
 * Connect Discovery 1.0 section 3 demands https).
 */
@ApplicationScoped
class Issuers {
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
            if (!plain && !issuer.startsWith("https://")) {
                throw new IllegalStateException("The issuer " + issuer + " is not reached over https: see"
                        + " OPPTRAPPING_ISSUER, OPPTRAPPING_MASKINPORTEN_ISSUER and OPPTRAPPING_STAFF_ISSUER.");
            }
        }
    }
}
