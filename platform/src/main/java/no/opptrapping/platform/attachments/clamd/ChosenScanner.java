package no.opptrapping.platform.attachments.clamd;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Duration;
import no.opptrapping.platform.attachments.VirusScanner;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The scanner that the configuration names; without one, everything counts as clean. */
@ApplicationScoped
class ChosenScanner {
    @Produces
    @ApplicationScoped
    VirusScanner scanner(
            @ConfigProperty(name = "opptrapping.attachments.scanner") String chosen,
            @ConfigProperty(name = "opptrapping.attachments.clamd.host") String host,
            @ConfigProperty(name = "opptrapping.attachments.clamd.port") int port,
            @ConfigProperty(name = "opptrapping.attachments.clamd.timeout") Duration timeout) {
        return switch (chosen) {
            case "off" -> _ -> new VirusScanner.Verdict.Clean();
            case "clamd" -> new ClamdScanner(host, port, timeout);
            default -> throw new IllegalArgumentException("No scanner is called " + chosen + ": off or clamd");
        };
    }
}
