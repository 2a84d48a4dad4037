package no.opptrapping.platform.attachments;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import no.opptrapping.platform.problems.BrokenRule;
import org.jspecify.annotations.Nullable;

/** Takes in a file: onto disk as it comes, its digest on the way, and then looked through and scanned. */
@ApplicationScoped
class ReceiveFile {
    private static final String ANYTHING = "application/octet-stream";

    private final VirusScanner scanner;
    private final Attachments attachments;
    private final FileStores stores;

    ReceiveFile(VirusScanner scanner, Attachments attachments, FileStores stores) {
        this.scanner = scanner;
        this.attachments = attachments;
        this.stores = stores;
    }

    /**
     * The file that a request brings.
     *
     * @param onto an empty file
     * @param declared the media type that it is said to have, without parameters
     */
    ReceivedFile receive(InputStream content, Path onto, @Nullable String disposition, String declared)
            throws IOException {
        var digest = sha256();
        try (var out = new DigestOutputStream(Files.newOutputStream(onto), digest)) {
            content.transferTo(out);
        }
        var name = FileName.of(disposition);
        var findings = InspectFile.of(onto, name.orElse(""));
        var broken = new ArrayList<>(findings.broken());
        if (name.isEmpty()) {
            broken.removeIf(rule -> rule.code().equals("attachment.name-does-not-fit"));
            broken.add(BrokenRule.of(
                    "attachment.name-missing", "header:Content-Disposition", "longest", FileName.LONGEST));
        }
        findings.type()
                .filter(type -> !declared.equals(ANYTHING) && !declared.equals(type.mediaType()))
                .ifPresent(type -> broken.add(
                        BrokenRule.of("attachment.declared-otherwise", "header:Content-Type", "type", type.code())));
        var state = broken.isEmpty() ? scanned(onto, broken) : AttachmentState.READY;
        return new ReceivedFile(
                named(broken.isEmpty()),
                name.orElse(""),
                Math.toIntExact(Files.size(onto)),
                HexFormat.of().formatHex(digest.digest()),
                findings.type().orElse(null),
                state,
                broken,
                onto);
    }

    /**
     * Noted before any transaction that takes it in, so that it is found and removed if that comes to nothing: a thread
     * in a transaction that asks for a second connection waits for itself when all are taken.
     */
    private AttachmentId named(boolean canBeTakenIn) {
        var id = AttachmentId.random();
        if (canBeTakenIn && stores.chosen().kind() != StoreKind.DATABASE) {
            attachments.noteObject(id);
        }
        return id;
    }

    private AttachmentState scanned(Path file, List<BrokenRule> broken) throws IOException {
        try (var content = Files.newInputStream(file)) {
            return switch (scanner.scan(content)) {
                case VirusScanner.Verdict.Clean() -> AttachmentState.READY;
                case VirusScanner.Verdict.Unknown() -> AttachmentState.WAITING;
                case VirusScanner.Verdict.Found(var found) -> {
                    broken.add(BrokenRule.of("attachment.infected", "", "found", found));
                    yield AttachmentState.INFECTED;
                }
            };
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
