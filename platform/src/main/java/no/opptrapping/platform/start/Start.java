package no.opptrapping.platform.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts a service, after what has to be said to the platform before its classes are loaded. */
@QuarkusMain
public final class Start {
    private static final int CARRIERS_PER_CORE = 8;

    private Start() {}

    public static void main(String... arguments) {
        leaveAddressesToUs();
        shareTheCores();
        Quarkus.run(arguments);
    }

    /** The HTTP server would answer an address that is not one, such as <code>/%zz</code>, without a word. */
    private static void leaveAddressesToUs() {
        System.setProperty("vertx.disableURIValidation", "true");
    }

    /**
     * Requests are answered on virtual threads, and one that computes keeps its carrier until it is done. With a carrier
     * for each core, as many long computations as there are cores hold up everybody else; with more, the system shares
     * the cores among them, and who asks for little is answered soon.
     */
    private static void shareTheCores() {
        System.getProperties()
                .putIfAbsent(
                        "jdk.virtualThreadScheduler.parallelism",
                        Integer.toString(
                                CARRIERS_PER_CORE * Runtime.getRuntime().availableProcessors()));
    }
}
