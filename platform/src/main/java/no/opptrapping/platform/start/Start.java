package no.opptrapping.platform.start;

/** What has to be said to the libraries of a service before their classes are loaded. */
public final class Start {
    private static final int CARRIERS_PER_CORE = 8;

    private Start() {}

    /** Says it; before anything else of a serving program. */
    public static void prepare() {
        leaveAddressesToUs();
        shareTheCores();
        needNoScreen();
    }

    /** Documents and workbooks are measured with the fonts of the graphics library, which would look for a screen. */
    private static void needNoScreen() {
        System.setProperty("java.awt.headless", "true");
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
