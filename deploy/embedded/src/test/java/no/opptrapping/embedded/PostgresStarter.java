package no.opptrapping.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Another JVM that starts PostgreSQL, tells its port and process id, and waits to be killed. */
record PostgresStarter(Process process, int port, long server) {
    static PostgresStarter run(Path directory) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        PostgresStarter.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var reader = process.inputReader();
        var port = Integer.parseInt(reader.readLine());
        return new PostgresStarter(process, port, Long.parseLong(reader.readLine()));
    }

    public static void main(String[] arguments) throws InterruptedException {
        var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), 0, Set.of("alpha"), true);
        System.out.println(postgres.port());
        System.out.println(postgres.pid());
        new CountDownLatch(1).await();
    }
}
