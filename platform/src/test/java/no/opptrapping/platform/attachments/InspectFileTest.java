package no.opptrapping.platform.attachments;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static no.opptrapping.platform.testing.SampleFiles.bytes;
import static no.opptrapping.platform.testing.SampleFiles.csv;
import static no.opptrapping.platform.testing.SampleFiles.docx;
import static no.opptrapping.platform.testing.SampleFiles.jpeg;
import static no.opptrapping.platform.testing.SampleFiles.office;
import static no.opptrapping.platform.testing.SampleFiles.pdf;
import static no.opptrapping.platform.testing.SampleFiles.pdfOf;
import static no.opptrapping.platform.testing.SampleFiles.png;
import static no.opptrapping.platform.testing.SampleFiles.xlsx;
import static no.opptrapping.platform.testing.SampleFiles.zip;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import no.opptrapping.platform.problems.BrokenRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InspectFileTest {
    private static final String OLE_HEAD = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @TempDir
    Path directory;

    @Test
    void aFileIsWhatItsContentIs() throws IOException {
        assertThat(type("a.pdf", pdf())).isEqualTo("pdf");
        assertThat(type("a.PNG", png())).isEqualTo("png");
        assertThat(type("a.jpeg", jpeg())).isEqualTo("jpeg");
        assertThat(type("a.docx", docx())).isEqualTo("docx");
        assertThat(type("a.xlsx", xlsx())).isEqualTo("xlsx");
        assertThat(type("a.csv", csv())).isEqualTo("csv");
        assertThat(type("a.csv", "kommune;beløp\n".getBytes(ISO_8859_1))).isEqualTo("csv");
    }

    @Test
    void aNameThatSaysOtherwiseIsRefused() throws IOException {
        assertThat(faults("a.docx", xlsx())).containsExactly("attachment.name-does-not-fit");
        assertThat(faults("a.pdf", png())).containsExactly("attachment.name-does-not-fit");
        assertThat(faults("pdf", pdf())).containsExactly("attachment.name-does-not-fit");
        assertThat(faults("a.pdf.exe", pdf())).containsExactly("attachment.name-does-not-fit");
    }

    @Test
    void whatIsNothingThatIsAcceptedIsRefusedWhateverItIsCalled() throws IOException {
        var notAccepted = "attachment.type-not-accepted";
        var windows = Arrays.copyOf("MZ".getBytes(US_ASCII), 512);
        assertThat(faults("budsjett.pdf", windows)).containsExactly(notAccepted);
        assertThat(faults("budsjett.pdf", bytes(0x7f, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)))
                .containsExactly(notAccepted);
        assertThat(faults("a.csv", "<html><script>alert(1)</script></html>".getBytes(UTF_8)))
                .containsExactly(notAccepted);
        assertThat(faults("a.csv", "#!/bin/sh\nrm -rf /\n".getBytes(UTF_8))).containsExactly(notAccepted);
        assertThat(faults("a.docx", zip(Map.of("a.txt", csv())))).containsExactly(notAccepted);
        assertThat(faults("a.xlsx", OLE_HEAD.getBytes(ISO_8859_1))).containsExactly(notAccepted);
        assertThat(faults("a.pdf", new byte[0])).containsExactly("attachment.empty");
    }

    @Test
    void whatIsEncryptedIsRefused() throws IOException {
        var office = new ByteArrayOutputStream();
        office.writeBytes(OLE_HEAD.getBytes(ISO_8859_1));
        office.writeBytes(new byte[600]);
        office.writeBytes("EncryptedPackage".getBytes(UTF_16LE));
        assertThat(faults("a.docx", office.toByteArray())).containsExactly("attachment.encrypted");
        assertThat(faults("a.pdf", pdf("trailer << /Encrypt 9 0 R >>"))).containsExactly("attachment.encrypted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "word/vbaProject.bin",
                "word/vbaData.xml",
                "xl/macrosheets/sheet1.xml",
                "word/activeX/activeX1.bin"
            })
    void macrosAreRefused(String entry) throws IOException {
        assertThat(faults("a.docx", docx(Map.of(entry, new byte[10])))).containsExactly("attachment.macros");
    }

    @Test
    void macrosOfAPackageWithinAreRefusedToo() throws IOException {
        var within = docx(Map.of("word/vbaProject.bin", new byte[10]));
        assertThat(faults("a.docx", docx(Map.of("word/embeddings/Document1.docx", within))))
                .containsExactly("attachment.macros");
        assertThat(faults("a.docx", docx(Map.of("word/embeddings/Sheet1.xlsx", xlsx()))))
                .isEmpty();
    }

    @Test
    void whatBringsMacrosOrHoldsObjectsIsRefused() throws IOException {
        var template = "<Relationships><Relationship Id=\"r1\" TargetMode=\"External\" Type=\"http://schemas"
                + ".openxmlformats.org/officeDocument/2006/relationships/attachedTemplate\""
                + " Target=\"https://example.org/a.dotm\"/></Relationships>";
        assertThat(faults("a.docx", docx(Map.of("word/_rels/settings.xml.rels", template.getBytes(UTF_8)))))
                .containsExactly("attachment.macros");
        assertThat(faults("a.docx", docx(Map.of("word/embeddings/oleObject1.bin", new byte[10]))))
                .containsExactly("attachment.holds-files");
        var withMacros =
                office("application/vnd.ms-word.document.macroEnabled.main+xml", "/word/document.xml", Map.of());
        assertThat(faults("a.docx", withMacros)).containsExactly("attachment.macros");
    }

    @Test
    void whatGrowsBeyondMeasureIsNotUnpacked() throws IOException {
        assertThat(faults("a.docx", docx(Map.of("word/media/bomb.xml", new byte[40 * 1024 * 1024]))))
                .contains("attachment.grows");
        var nested = docx(Map.of("word/embeddings/a.zip", new byte[1]));
        for (var i = 0; i < 6; i++) {
            nested = docx(Map.of("word/embeddings/a.zip", nested));
        }
        assertThat(faults("a.docx", nested)).contains("attachment.grows");
    }

    @Test
    void definitionsInXmlAreNotFollowed() throws IOException {
        var laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x Type=\"&b;\"/>";
        assertThat(faults("a.docx", docx(Map.of("word/_rels/a.rels", laughs.getBytes(UTF_8)))))
                .containsExactly("attachment.unreadable");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 0 obj << /S /JavaScript /JS (app.alert\\(1\\)) >> endobj",
                "3 0 obj << /S /J#61vaScript /JS (x) >> endobj",
                "3 0 obj << /S /Launch /F (cmd.exe) >> endobj",
                "3 0 obj << /Type /Annot /Subtype /RichMedia >> endobj"
            })
    void aPdfThatActsIsRefused(String object) throws IOException {
        assertThat(faults("a.pdf", pdf(object))).containsExactly("attachment.acts");
    }

    @Test
    void aPdfIsLookedIntoWhereItIsCompressed() throws IOException {
        assertThat(faults("a.pdf", compressed("3 0 << /S /JavaScript /JS (x) >>".getBytes(ISO_8859_1))))
                .containsExactly("attachment.acts");
        assertThat(faults(
                        "a.pdf",
                        compressed("3 0 << /Type /Filespec /EF << /F 4 0 R >> /EmbeddedFiles 5 0 R >>"
                                .getBytes(ISO_8859_1))))
                .containsExactly("attachment.holds-files");
        assertThat(faults("a.pdf", compressed(new byte[100 * 1024 * 1024]))).containsExactly("attachment.grows");
        assertThat(faults("a.pdf", pdf("3 0 obj << /Type /ObjStm /N 1 /First 4 >>\nstream\nnot deflated\nendstream")))
                .containsExactly("attachment.unreadable");
    }

    @Test
    void whatLooksLikeAScriptByChanceIsNone() throws IOException {
        assertThat(faults("a.pdf", pdfOf(25 * 1024 * 1024))).isEmpty();
        assertThat(faults("a.pdf", pdf("3 0 obj << /Names /JavaScriptless /Launcher 1 >> endobj")))
                .isEmpty();
    }

    private static byte[] compressed(byte[] objects) throws IOException {
        var deflated = new ByteArrayOutputStream();
        try (var out = new DeflaterOutputStream(deflated)) {
            out.write(objects);
        }
        return pdf("3 0 obj << /Type /ObjStm /Filter /FlateDecode /N 1 /First 4 /Length " + deflated.size()
                + " >>\nstream\n" + deflated.toString(ISO_8859_1) + "\nendstream\nendobj");
    }

    private String type(String name, byte[] content) throws IOException {
        var findings = InspectFile.of(written(content), name);
        assertThat(findings.broken()).isEmpty();
        return findings.type().orElseThrow().code();
    }

    private List<String> faults(String name, byte[] content) throws IOException {
        return InspectFile.of(written(content), name).broken().stream()
                .map(BrokenRule::code)
                .toList();
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(Files.createTempFile(directory, "", ""), content);
    }
}
