package no.opptrapping.embedded.issuer;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** Runs the issuer as a process of its own. Arguments: the directory for its keys, and the port. */
public final class LocalIssuerMain {
    private LocalIssuerMain() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (var issuer = LocalIssuer.start(Path.of(arguments[0]), Integer.parseInt(arguments[1]))) {
            System.out.println("Issuer ready at " + issuer.baseUrl());
            new CountDownLatch(1).await();
        }
    }
}
