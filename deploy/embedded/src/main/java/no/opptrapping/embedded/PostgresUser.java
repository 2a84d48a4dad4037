package no.opptrapping.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** PostgreSQL refuses to run as root: how its programs are run as somebody else when this process is root. */
enum PostgresUser {
    /** This process is not root: nothing to do. */
    UNCHANGED,
    /** In a user namespace of its own, where files stay root's outside; works wherever root can go. */
    UNSHARE,
    /** As nobody, who must own the data and be able to walk there. */
    SETPRIV,
    /** As nobody through su, which also stands between us and the program when it is stopped. */
    SU;

    private static final String NOBODY = "65534";

    static PostgresUser choose() {
        var user = System.getProperty("user.name");
        if ("?".equals(user) && UNSHARE.works()) {
            return UNSHARE; // a user without a name, as containers have them, is refused as well
        }
        if (!"root".equals(user)) {
            return UNCHANGED;
        }
        for (var candidate : List.of(UNSHARE, SETPRIV, SU)) {
            if (candidate.works()) {
                return candidate;
            }
        }
        throw new StartFailure("PostgreSQL does not run as root, and neither unshare, setpriv nor su works here:"
                + " start this as an ordinary user.");
    }

    List<String> command(List<String> program) {
        var command = new ArrayList<String>();
        switch (this) {
            case UNCHANGED -> {}
            case UNSHARE -> command.addAll(List.of("unshare", "-U"));
            case SETPRIV ->
                command.addAll(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"));
            case SU -> {
                var quoted = program.stream()
                        .map(argument -> "'" + argument.replace("'", "'\\''") + "'")
                        .toList();
                return List.of("su", "-s", "/bin/sh", "nobody", "-c", "exec " + String.join(" ", quoted));
            }
        }
        command.addAll(program);
        return command;
    }

    /** Hands a directory tree over to the user that the programs run as. */
    void own(Path directory) throws IOException {
        if (this == SETPRIV || this == SU) {
            var chown = new ProcessBuilder("chown", "-R", NOBODY + ":" + NOBODY, directory.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            if (exitCode(chown) != 0) {
                throw new IOException("chown of " + directory + " failed");
            }
        }
    }

    /** Whether the user can only use programs that everybody can reach. */
    boolean isStranger() {
        return this == SETPRIV || this == SU;
    }

    private boolean works() {
        try {
            return exitCode(new ProcessBuilder(command(List.of("true")))
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD))
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int exitCode(ProcessBuilder builder) throws IOException {
        try {
            return builder.start().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", e);
        }
    }

    /** Where unpacked programs are kept between runs so that this user can run them. */
    Path cache() throws IOException {
        var home = Path.of(System.getProperty("user.home"));
        var preferred = home.resolve(".cache").resolve("opptrapping");
        if (!isStranger() && (Files.isWritable(preferred) || Files.isWritable(home))) {
            return preferred;
        }
        var fresh = Files.createTempDirectory("opptrapping-");
        var shared = Path.of(System.getProperty("java.io.tmpdir"), "opptrapping-" + System.getProperty("user.name"));
        if (Files.exists(shared) && !Files.getOwner(shared).equals(Files.getOwner(fresh))) {
            return fresh; // never run what somebody else may have put there
        }
        Files.delete(fresh);
        return shared;
    }
}
