package no.opptrapping.local;

import java.nio.file.Files;
import java.nio.file.Path;
import no.opptrapping.embedded.StartFailure;

/**
 * The built source tree that is run.
 *
 * @param root its top
 */
record Installation(Path root) {
    /** System property: the top of the source tree. */
    static final String ROOT = "opptrapping.root";

    static Installation fromSystemProperty() {
        var root = System.getProperty(ROOT);
        if (root == null) {
            throw new StartFailure("The system property " + ROOT + " is missing: start the system with deploy/up.");
        }
        return new Installation(Path.of(root));
    }

    /** The program of a service: the build with the local controls, if there is one. */
    Path program(Service service) {
        var target = root.resolve(service.directory()).resolve("target");
        var local = target.resolve("local-app/quarkus-run.jar");
        var program = Files.exists(local) ? local : target.resolve("quarkus-app/quarkus-run.jar");
        if (!Files.exists(program)) {
            throw new StartFailure(service.directory() + " is not built: run ./mvnw package first.");
        }
        return program;
    }
}
