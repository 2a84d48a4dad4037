package no.opptrapping.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody can move the clock of what is built for production: neither the bean nor the route is in it. */
class ProductionBuildIT {
    private static final String ROOM = "no/opptrapping/platform/time/";

    @ParameterizedTest
    @EnumSource(Service.class)
    void hasTheSystemClockAndNoWayToMoveIt(Service service) throws IOException {
        assertThat(made(service, "quarkus-app"))
                .contains(ROOM + "SystemClock_Bean.class")
                .noneMatch(name -> name.startsWith(ROOM + "SimulatedClock"));
        assertThat(made(service, "local-app"))
                .contains(ROOM + "SimulatedClock_Bean.class")
                .anyMatch(name -> name.startsWith(ROOM + "SimulatedClockResource$quarkusrestinvoker$move_"));
    }

    /** The classes that the build made of beans and routes. */
    private static List<String> made(Service service, String build) throws IOException {
        var generated = Path.of(System.getProperty(Installation.ROOT))
                .resolve(service.directory())
                .resolve("target")
                .resolve(build)
                .resolve("quarkus/generated-bytecode.jar");
        try (var jar = new ZipFile(generated.toFile())) {
            return jar.stream().map(entry -> entry.getName()).toList();
        }
    }
}
