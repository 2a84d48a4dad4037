package no.opptrapping.platform.attachments;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.opptrapping.platform.problems.BrokenRule;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;

/**
 * Says what a file is by its content (Apache Tika's magic numbers, never its name), and whether it can be taken: its name
 * has to fit, and nothing in it may act by itself, hide its content or grow beyond measure when it is opened.
 */
final class InspectFile {
    private static final String NOT_ACCEPTED = "attachment.type-not-accepted";

    private final Path file;
    private final List<BrokenRule> broken = new ArrayList<>();

    private InspectFile(Path file) {
        this.file = file;
    }

    /**
     * What was found.
     *
     * @param type empty when it is nothing that is accepted
     */
    record Findings(Optional<FileType> type, List<BrokenRule> broken) {}

    /**
     * Looks through a file.
     *
     * @param name as its sender calls it
     */
    static Findings of(Path file, String name) throws IOException {
        var inspection = new InspectFile(file);
        var type = inspection.type();
        type.filter(found -> !found.fits(name))
                .ifPresent(found -> inspection.refuse("attachment.name-does-not-fit", "type", found.code()));
        return new Findings(type, List.copyOf(inspection.broken));
    }

    private Optional<FileType> type() throws IOException {
        if (Files.size(file) == 0) {
            refuse("attachment.empty");
            return Optional.empty();
        }
        var found = detected();
        return switch (found) {
            case "application/zip", "application/x-tika-ooxml" -> officePackage();
            case "application/x-tika-msoffice", "application/x-ole-storage" -> compoundFile();
            case "text/plain", FileType.MEDIA_CSV -> text();
            case FileType.MEDIA_PDF -> pdf();
            default -> {
                var type = FileType.ofMediaType(found);
                if (type.isEmpty()) {
                    refuse(NOT_ACCEPTED, "found", found);
                }
                yield type;
            }
        };
    }

    private String detected() throws IOException {
        try (var content = new BufferedInputStream(Files.newInputStream(file))) {
            return MimeTypes.getDefaultMimeTypes()
                    .detect(content, new Metadata())
                    .getBaseType()
                    .toString();
        }
    }

    private Optional<FileType> officePackage() {
        var office = OfficePackage.inspect(file);
        office.faults().forEach(code -> refuse(code));
        if (office.type().isEmpty() && office.faults().isEmpty()) {
            refuse(NOT_ACCEPTED, "found", "application/zip");
        }
        return office.type();
    }

    /** The container of Office before 2007, and of what is encrypted since (MS-OFFCRYPTO 2.3). */
    private Optional<FileType> compoundFile() throws IOException {
        if (ByteSearch.in(file).holds("EncryptedPackage".getBytes(StandardCharsets.UTF_16LE))) {
            refuse("attachment.encrypted");
        } else {
            refuse(NOT_ACCEPTED, "found", "application/x-ole-storage");
        }
        return Optional.empty();
    }

    private Optional<FileType> text() throws IOException {
        if (!PlainCharacters.fill(file)) {
            refuse("attachment.unreadable");
        }
        return Optional.of(FileType.CSV);
    }

    private Optional<FileType> pdf() throws IOException {
        PdfScan.of(file).faults().forEach(code -> refuse(code));
        return Optional.of(FileType.PDF);
    }

    private void refuse(String code, Object... arguments) {
        broken.add(BrokenRule.of(code, "", arguments));
    }
}
