package no.opptrapping.platform.problems;

import io.quarkus.runtime.configuration.MemorySize;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How large a body may be: a file that is sent to be attached is larger than everything else. */
@ApplicationScoped
class BodyLimits {
    /** What every address that takes files ends with. */
    private static final String FILES = "/attachments";

    private final long ofForms;
    private final long ofFiles;

    BodyLimits(
            @ConfigProperty(name = "opptrapping.http.max-body") MemorySize ofForms,
            @ConfigProperty(name = "opptrapping.http.max-file") MemorySize ofFiles) {
        this.ofForms = ofForms.asLongValue();
        this.ofFiles = ofFiles.asLongValue();
    }

    /** In bytes. */
    long of(String method, String path) {
        return method.equals("POST") && path.endsWith(FILES) ? ofFiles : ofForms;
    }
}
