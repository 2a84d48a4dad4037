package no.opptrapping.platform.testing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Small files of the kinds that people send, made here. */
public final class SampleFiles {
    private static final String PREFIX = "application/vnd.openxmlformats-officedocument.";
    private static final String WORD = PREFIX + "wordprocessingml.document.main+xml";
    private static final String EXCEL = PREFIX + "spreadsheetml.sheet.main+xml";

    private SampleFiles() {}

    /** A PDF with the object beside its catalogue. */
    public static byte[] pdf(String object) {
        return ("%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
                        + "2 0 obj\n<< /Type /Pages /Kids [] /Count 0 >>\nendobj\n" + object
                        + "\ntrailer\n<< /Root 1 0 R /Size 4 >>\n%%EOF\n")
                .getBytes(ISO_8859_1);
    }

    public static byte[] pdf() {
        return pdf("");
    }

    /** A PDF of exactly this size. */
    public static byte[] pdfOf(int bytes) {
        var start = pdf("3 0 obj\n<< /Length 9 >>\nstream\n");
        var all = Arrays.copyOf(start, bytes);
        var rest = new byte[bytes - start.length];
        new Random(bytes).nextBytes(rest);
        System.arraycopy(rest, 0, all, start.length, rest.length);
        return all;
    }

    public static byte[] docx(Map<String, byte[]> besides) {
        return office(WORD, "/word/document.xml", besides);
    }

    public static byte[] docx() {
        return docx(Map.of());
    }

    public static byte[] xlsx() {
        return office(EXCEL, "/xl/workbook.xml", Map.of());
    }

    public static byte[] csv() {
        return "kommune;beløp\n0301;1000\n".getBytes(UTF_8);
    }

    public static byte[] png() {
        return bytes(
                0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R', 0, 0, 0, 1, 0, 0, 0, 1);
    }

    public static byte[] jpeg() {
        return bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0, 0, 1, 0, 1, 0, 0);
    }

    /** A package of Office whose main part is of the content type. */
    public static byte[] office(String contentType, String part, Map<String, byte[]> besides) {
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(
                "[Content_Types].xml",
                ("<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                + "<Override PartName=\"" + part + "\" ContentType=\"" + contentType + "\"/></Types>")
                        .getBytes(UTF_8));
        entries.put(part.substring(1), "<x/>".getBytes(UTF_8));
        entries.putAll(besides);
        return zip(entries);
    }

    public static byte[] zip(Map<String, byte[]> entries) {
        var made = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(made)) {
            for (var entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return made.toByteArray();
    }

    public static byte[] bytes(int... values) {
        var bytes = new byte[values.length];
        for (var i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
